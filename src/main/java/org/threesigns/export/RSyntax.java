package org.threesigns.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.AnswerClass;
import org.threesigns.statistics.ScaleStatistics;

/**
 * Writes a script for R that reads the exported responses with their labels, computes the figures of the overview from them and
 * draws them. What is the same for every instrument is in {@code figures.R}. The script is ASCII, so that R reads it alike everywhere.
 */
final class RSyntax {

    private static final String FIGURES = "figures.R";

    private final Codebook codebook;
    private final Instrument instrument;
    private final StringBuilder script = new StringBuilder();

    private RSyntax(Codebook codebook) {
        this.codebook = codebook;
        this.instrument = codebook.instrument();
    }

    static String of(Codebook codebook, ScriptSource file) {
        var r = new RSyntax(codebook);
        r.read(file);
        r.tellWhatWasNotAsked();
        r.label();
        r.describeScales();
        r.describeItems();
        return r.script.append(figures()).toString();
    }

    private void read(ScriptSource file) {
        file.notes().forEach(note -> script.append("# ").append(ascii(note)).append('\n'));
        script.append("""
                # Run it in the folder of the file, or set the folder first: setwd("...")
                file <- %s
                responses <- read.csv(file, na.strings = "", colClasses = c(
                """.formatted(quoted(file.name())));
        script.append(lines(
                        codebook.variables(),
                        variable -> variable.name() + " = \"" + variable.kind().inR() + '"'))
                .append("))\n\n");
    }

    /** What was not asked becomes as missing as what was skipped, once it is known which it was. */
    private void tellWhatWasNotAsked() {
        List<String> columns = codebook.conditionalNames();
        script.append(
                columns.isEmpty()
                        ? "not_asked <- list() # everybody was asked everything\n\n"
                        : """
                # %1$s: the question was not asked. It is missing from here on, and not_asked tells where.
                not_asked <- lapply(responses[%2$s], function(answers) answers %%in%% %1$s)
                for (name in names(not_asked)) responses[[name]][not_asked[[name]]] <- NA

                """.formatted(ResponseOption.NOT_ASKED, texts(columns)));
    }

    private void label() {
        script.append("labels <- c(\n")
                .append(lines(codebook.variables(), variable -> variable.name() + " = " + quoted(variable.label())))
                .append(")\n")
                .append("for (name in names(labels)) attr(responses[[name]], \"label\") <- labels[[name]]\n\n")
                .append("# What the values mean.\n");
        codebook.namesBy(RSyntax::meanings)
                .forEach((meanings, names) ->
                        script.append("for (name in %s) attr(responses[[name]], \"labels\") <- %s\n"
                                .formatted(texts(names), meanings)));
    }

    private static String meanings(Variable variable) {
        Map<String, String> labels = variable.values().labels();
        String values = variable.isText() ? texts(List.copyOf(labels.keySet())) : vector(labels.keySet().stream());
        return "setNames(%s, %s)".formatted(values, texts(List.copyOf(labels.values())));
    }

    private void describeScales() {
        script.append("\n# The columns of each scale, after keying: for example cor(responses[, scales[[1]]]).\n")
                .append("scales <- list(\n")
                .append(lines(
                        instrument.scales(),
                        scale -> codebook.nameOf(scale) + " = " + texts(codebook.keyedNamesOn(scale))))
                .append(")\n\n# Limits of scores with a name, and of the bins in the histogram.\n")
                .append("scale_facts <- list(\n")
                .append(lines(instrument.scales(), this::facts))
                .append(")\n\n");
    }

    private String facts(Scale scale) {
        return "%s = list(id = %s, title = %s, band = %s, bands = %s, cuts = %s, edges = %s, method = %s, weight = %s, weighted_mean = %s, unit = %s/%s, range = c(%s, %s))"
                .formatted(
                        codebook.nameOf(scale),
                        quoted(scale.id()),
                        quoted(codebook.text().scale(scale).name()),
                        quoted(codebook.bandNameOf(scale)),
                        texts(scale.bands().stream().map(ScoreBand::id).toList()),
                        vector(limits(scale)),
                        texts(ScaleStatistics.edges(scale).stream()
                                .map(edge -> Double.toString(edge))
                                .toList()),
                        quoted(scale.method().name().toLowerCase(Locale.ROOT)),
                        weight(scale),
                        scale.isWeightedMean() ? "TRUE" : "FALSE",
                        Math.abs(scale.transform().factor()),
                        scale.transform().divisor(),
                        scale.range().lowest(),
                        scale.range().highest());
    }

    /** What its items count together. */
    private static String weight(Scale scale) {
        return scale.key().stream()
                .map(keyed -> keyed.weight().decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** The scores at which a band begins or ends, without the ends of the range. */
    private static Stream<String> limits(Scale scale) {
        return scale.bands().stream()
                .flatMap(band -> Stream.of(band.from(), band.to()))
                .filter(limit ->
                        limit.compareTo(BigDecimal.valueOf(scale.range().lowest())) > 0)
                .filter(limit ->
                        limit.compareTo(BigDecimal.valueOf(scale.range().highest())) < 0)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .sorted()
                .map(BigDecimal::toPlainString);
    }

    private void describeItems() {
        script.append("items <- list(\n")
                .append(lines(
                        instrument.items(),
                        item -> "list(id = %s, answer = %s, score = %s, on = %s, %s)"
                                .formatted(
                                        quoted(item.id()),
                                        quoted(codebook.nameOf(item)),
                                        quoted(item.scored() ? codebook.keyedNameOf(item) : codebook.nameOf(item)),
                                        columnsOf(item),
                                        values(item.responseScale()))))
                .append(")\n\n");
    }

    /** Every value; of numbers, where each of their classes begins and ends. */
    private static String values(ResponseScale answers) {
        if (answers.isNumber()) {
            List<AnswerClass> classes = AnswerClass.of(answers);
            return "values = %s, to = %s"
                    .formatted(
                            vector(classes.stream().map(AnswerClass::from)),
                            vector(classes.stream().map(AnswerClass::to)));
        }
        return "values = "
                + vector(answers.options().stream()
                        .map(ResponseOption::value)
                        .distinct()
                        .sorted());
    }

    /** The column of an item on each of its scales. */
    private String columnsOf(Item item) {
        return vector(instrument.scalesOf(item).stream()
                .map(scale -> codebook.nameOf(scale) + " = " + quoted(codebook.keyedNameOn(scale, scale.keyed(item)))));
    }

    private static String figures() {
        try {
            return new ClassPathResource(FIGURES, RSyntax.class).getContentAsString(US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(each -> "  " + line.apply(each)).collect(joining(",\n", "", "\n"));
    }

    private static String vector(Stream<?> values) {
        return values.map(String::valueOf).collect(joining(", ", "c(", ")"));
    }

    private static String texts(List<String> texts) {
        return vector(texts.stream().map(RSyntax::quoted));
    }

    static String quoted(String text) {
        return '"' + ascii(text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** The text with every letter beyond ASCII in the notation of R. */
    private static String ascii(String text) {
        return text.codePoints()
                .mapToObj(letter -> letter < 0x7f && letter >= ' ' ? Character.toString(letter) : escaped(letter))
                .collect(joining());
    }

    private static String escaped(int letter) {
        return letter > Character.MAX_VALUE
                ? "\\U" + HexFormat.of().toHexDigits(letter)
                : "\\u" + HexFormat.of().toHexDigits((char) letter);
    }
}
