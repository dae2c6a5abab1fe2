package org.threesigns.assessment;

import java.util.UUID;

/**
 * A result is about to get other answers. Published inside the transaction and on its thread: the row still has the old answers
 * while the listeners run, and a listener that fails rolls the change back.
 *
 * @param id the key of the row, which no respondent sees
 */
public record AssessmentReplaced(UUID id) {}
