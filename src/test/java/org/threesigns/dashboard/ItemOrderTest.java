package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.dashboard.ItemOrder.Column;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ResponseCounts;

class ItemOrderTest {

    private static final Instrument THREE_ITEMS = InstrumentShapes.forward(2, 3);

    /** The first item is answered by 3 people, the second by 7 and the third by all 12. */
    private static final List<Responses> PEOPLE = Stream.of(
                    Collections.nCopies(3, new Responses("1-0")),
                    Collections.nCopies(7, new Responses("-01")),
                    Collections.nCopies(2, new Responses("--1")))
            .flatMap(List::stream)
            .toList();

    /** An order would tell which of two hidden groups is the larger. */
    @ParameterizedTest
    @EnumSource(
            value = Column.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ATTENTION", "ITEM"})
    void figuresThatAreNotShownDoNotSort(Column column) {
        assertThat(sorted(column, "")).containsExactly("i2", "i0", "i1");
        assertThat(sorted(column, "desc")).containsExactly("i2", "i0", "i1");
    }

    private static List<String> sorted(Column column, String order) {
        return new InstrumentStatistics(ResponseCounts.of(THREE_ITEMS, PEOPLE))
                .items().stream()
                        .map(item -> new ItemView(item, "", 1, "", "", Optional.empty()))
                        .sorted(ItemOrder.of(Map.of("sort", column.code(), "order", order))
                                .comparator())
                        .map(ItemView::id)
                        .toList();
    }
}
