package org.threesigns.storage;

import static java.util.stream.Collectors.joining;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do if the tables are not those of this version, usually because a newer version has run here. */
class SchemaMismatchAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    private static final String DESCRIPTION = """
            The tables of this database are not those of this version of Three Signs.
            (%s)""";

    private static final String ACTION = """
            If a newer version has run here, start that one again.
            To go back to this one, restore the backup that was made before the upgrade.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        String which = String.valueOf(cause.getMessage()).lines().limit(2).collect(joining(" "));
        return new FailureAnalysis(DESCRIPTION.formatted(which), ACTION, cause);
    }
}
