package org.threesigns.publication;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentDeleted;
import org.threesigns.assessment.AssessmentReplaced;

/** Withdraws the batch of a result that is replaced or deleted, in the same transaction. */
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
