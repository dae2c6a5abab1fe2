package org.threesigns.assessment;

import java.util.UUID;

/**
 * A result is about to be deleted, with every row that refers to it. Published inside the transaction and on its thread: the
 * rows are still there while the listeners run, and a listener that fails rolls the deletion back.
 *
 * @param id the key of the row, which no respondent sees
 */
public record AssessmentDeleted(UUID id) {}
