package org.threesigns.operations;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What a host can have done instead of serving the site, or before it.
 *
 * @param command what to do instead of serving the site, on the command line only: import, undo-import, recount,
 *     compact, convert, preview or help
 * @param recover name of an account whose password is chosen anew, on the command line only
 * @param moveFrom folder whose database file is moved into an empty PostgreSQL database, once
 * @param imported what to import
 * @param convert which published questionnaire to convert, on the command line only; {@code ConvertCommand} reads it without the
 *     application, so here it only makes the setting known
 */
@ConfigurationProperties("three-signs")
record OperationsProperties(
        @Nullable String command,
        @Nullable String recover,
        @Nullable Path moveFrom,
        @DefaultValue @Name("import") Import imported,
        @DefaultValue Convert convert) {

    /**
     * What to import.
     *
     * @param file CSV file to import
     * @param dryRun whether the import only says what it would do
     * @param skipRefused whether the import leaves out the rows that it refuses; otherwise it takes the whole file or nothing
     * @param number number of the import to undo; without it, undo-import lists all imports
     * @param instrument questionnaire that was answered; without it, the one that the site is about
     * @param version version of that questionnaire; without it, the latest
     * @param language language it was answered in; without it, the questionnaire's default language
     */
    record Import(
            @Nullable Path file,
            @DefaultValue("false") boolean dryRun,
            @DefaultValue("false") boolean skipRefused,
            @Nullable Long number,
            @Nullable String instrument,
            @Nullable Integer version,
            @Nullable String language) {}

    /**
     * What to convert.
     *
     * @param file questionnaire in the Open Scale Definition format; or the folder of a version of one of ours
     * @param to folder below which its own folder is made; or the folder that takes its file
     * @param parameter value of one of its parameters, as NAME=VALUE; may be given several times
     * @param check folder of such files, of which is only said what each would give
     */
    record Convert(
            @Nullable Path file,
            @Nullable Path to,
            @Nullable List<String> parameter,
            @Nullable Path check) {}
}
