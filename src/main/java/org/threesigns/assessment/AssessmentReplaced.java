package org.threesigns.assessment;

import java.util.UUID;

/**
 * A result is about to get other answers. Announced inside the transaction, on its thread: a listener that fails undoes
 * it. The row still has the old ones while the listeners run.
 *
 * @param id the key of the row, which no respondent ever sees
 */
public record AssessmentReplaced(UUID id) {}
