package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.dashboard.SingledOut.Reading;
import org.threesigns.publication.PublishedRow;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/** Reads what administrators can: pages and files of figures, and exported rows. */
final class ReadingAdministrator {

    private static final int FIRST_ANSWER = 4;

    private final MockMvcTester mvc;
    private final StoredResults results;

    ReadingAdministrator(MockMvcTester mvc, StoredResults results) {
        this.mvc = mvc;
        this.results = results;
    }

    /** The exported rows; and, which nobody can read, who was counted in the figures at that time. */
    Reading reading() {
        return new Reading(rows(""), Set.copyOf(results.publishedRows()));
    }

    /** The rows that this filter exports. */
    Set<PublishedRow> rows(String filter) {
        return body("/admin/export/responses.csv", filter)
                .lines()
                .skip(1)
                .map(line -> row(line.split(",", -1)))
                .collect(toSet());
    }

    private static PublishedRow row(String[] cells) {
        String answers =
                List.of(cells)
                        .subList(
                                FIRST_ANSWER,
                                FIRST_ANSWER + StoredResults.INSTRUMENT.items().size())
                        .stream()
                        .map(cell -> cell.isEmpty() ? "-" : Integer.toString(Integer.parseInt(cell) - 1))
                        .reduce("", String::concat);
        return new PublishedRow(
                cells[1], cells[2], cells[3].equals("1"), YearMonth.parse(cells[0]), new Responses(answers));
    }

    /** The pages and files of figures for each of these filters, and the page and the file of each of these comparisons. */
    Map<String, String> figures(Collection<String> filters, Collection<String> comparisons) {
        return read(filters, this::figures, comparisons, this::comparison);
    }

    /** The file of figures for each of these filters, and the file of each of these comparisons. */
    Map<String, String> files(Collection<String> filters, Collection<String> comparisons) {
        return read(
                filters,
                filter -> body("/admin/aggregates.csv", filter),
                comparisons,
                groups -> body("/admin/groups.csv", groups));
    }

    private static Map<String, String> read(
            Collection<String> filters,
            UnaryOperator<String> filtered,
            Collection<String> comparisons,
            UnaryOperator<String> compared) {
        return Stream.concat(
                        filters.stream().map(filter -> Map.entry(filter, filtered.apply(filter))),
                        comparisons.stream().map(groups -> Map.entry(groups, compared.apply(groups))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String comparison(String groups) {
        return body("/admin/groups", groups) + body("/admin/groups.csv", groups);
    }

    private String figures(String filter) {
        return Stream.of(
                        "",
                        "/items",
                        "/reliability",
                        "/months",
                        "/percentiles",
                        "/aggregates.csv",
                        "/aggregates.json",
                        "/percentiles.csv")
                .map(page -> body("/admin" + page, filter))
                .collect(joining());
    }

    private String body(String path, String filter) {
        try {
            String body = mvc.get()
                    .uri(path + "?instrument=sim24" + filter)
                    .with(user("ada").roles("ADMINISTRATOR"))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            return body.substring(Math.max(0, body.indexOf("<main")));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
