package org.threesigns.assessment;

import java.util.UUID;

/**
 * A result is about to go, and every row that refers to it with it. Announced inside the transaction, on its thread: a listener that fails undoes
 * it. They are all still there while the listeners run.
 *
 * @param id the key of the row, which no respondent ever sees
 */
public record AssessmentDeleted(UUID id) {}
