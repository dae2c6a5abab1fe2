package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks that the command line names, or all; tells the times, and the ratios that are the question. */
final class Measurements {

    /** @param words what the first takes so much of the time of the second for */
    private record Question(String words, String first, String second) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("The cached form, of the time by Thymeleaf alone", "formCached", "formPlain"),
            new Question(
                    "The result with cached fragments, of the time by Thymeleaf alone", "resultCached", "resultPlain"));

    private Measurements() {}

    public static void main(String[] arguments)
            throws CommandLineOptionException, RunnerException, ServletException, IOException {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .shouldFailOnError(true)
                .build();
        requireSamePages();
        Collection<RunResult> results = new Runner(options).run();
        ResultFormatFactory.getInstance(ResultFormatType.TEXT, System.out).writeOut(results);
        QUESTIONS.forEach(question -> answer(question, results));
    }

    /** The ratio of two pages that are not the same would say nothing. */
    private static void requireSamePages() throws ServletException, IOException {
        try (var caching = Site.caching();
                var plain = Site.cachingNothing()) {
            requireSame("form", caching.cachedForm(), plain.renderedForm());
            requireSame("result", caching.nextResult(), plain.nextResult());
        }
    }

    private static void requireSame(String page, byte[] one, byte[] other) {
        if (!comparable(one).equals(comparable(other))) {
            throw new IllegalStateException(
                    "Not the same %s:%n%s%n%s".formatted(page, new String(one, UTF_8), new String(other, UTF_8)));
        }
        System.out.printf("Both ways give the same %s, of %,d bytes%n", page, one.length);
    }

    /** Without what is of one request: the sitting; and without the space between elements. */
    private static String comparable(byte[] page) {
        return new String(page, UTF_8)
                .replaceAll("(name=\"_(?:key|stamp)\" value=)\"[^\"]*\"", "$1")
                .replaceAll("\\s+", "");
    }

    /** Pairs each measurement of one with that of the other at the same place; silent where one was not measured. */
    private static void answer(Question question, Collection<RunResult> results) {
        double[] first = times(question.first(), results);
        double[] second = times(question.second(), results);
        int pairs = Math.min(first.length, second.length);
        if (pairs == 0) {
            return;
        }
        double[] ratios = IntStream.range(0, pairs)
                .mapToDouble(pair -> first[pair] / second[pair])
                .sorted()
                .toArray();
        double median = (ratios[(pairs - 1) / 2] + ratios[pairs / 2]) / 2;
        System.out.printf(
                "%s: %.3g (%.3g to %.3g, %d pairs)%n", question.words(), median, ratios[0], ratios[pairs - 1], pairs);
    }

    private static double[] times(String benchmark, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray();
    }
}
