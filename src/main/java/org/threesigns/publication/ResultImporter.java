package org.threesigns.publication;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;

/** Imports results that another system has collected, with the months in which they were given. */
@Component
public class ResultImporter {

    private final Assessments assessments;
    private final Publisher publisher;

    ResultImporter(Assessments assessments, Publisher publisher) {
        this.assessments = assessments;
        this.publisher = publisher;
    }

    /**
     * Stores results and publishes those that can be published. Returns once they are on the disk.
     *
     * @param inSameTransaction stores the progress of the import
     */
    public void importResults(List<CompletedAssessment> results, Runnable inSameTransaction) {
        assessments.importResults(results, ids -> {
            publisher.publishInTheirMonths(IntStream.range(0, ids.size())
                    .boxed()
                    .collect(groupingBy(
                            at -> YearMonth.from(results.get(at).completedOn()),
                            mapping(at -> waiting(ids.get(at), results.get(at)), toList()))));
            inSameTransaction.run();
        });
    }

    private static WaitingResult waiting(UUID id, CompletedAssessment result) {
        var group = new ResultGroup(result.instrument(), result.version(), result.language(), result.careless());
        return new WaitingResult(id, group, result.responses());
    }
}
