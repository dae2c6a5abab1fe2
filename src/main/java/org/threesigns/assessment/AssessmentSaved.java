package org.threesigns.assessment;

import java.util.UUID;

/**
 * A new result is in the store. Announced inside the transaction, on its thread: a listener that fails undoes
 * it. The row is there while the listeners run.
 *
 * @param id the key of the row, which no respondent ever sees
 * @param counted whether it may be counted in statistics
 */
public record AssessmentSaved(UUID id, boolean counted) {}
