package org.threesigns.publication;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentDeleted;
import org.threesigns.assessment.AssessmentReplaced;

/** Follows what happens to results, in the same transaction: what is gone from the store is gone from the counts. */
@Component
class PublicationListener {

    private final Publisher publisher;

    PublicationListener(Publisher publisher) {
        this.publisher = publisher;
    }

    @EventListener
    void on(AssessmentReplaced replaced) {
        publisher.withdrawBatchOf(replaced.id());
    }

    @EventListener
    void on(AssessmentDeleted deleted) {
        publisher.withdrawBatchOf(deleted.id());
    }
}
