package org.threesigns.assessment;

import java.util.List;
import java.util.UUID;

/**
 * New results are in the store. Announced inside the transaction, on its thread: a listener that fails undoes
 * it. The rows are there while the listeners run.
 *
 * @param ids the keys of the rows, which no respondent ever sees
 * @param counted whether they may be counted in statistics
 */
public record AssessmentsSaved(List<UUID> ids, boolean counted) {}
