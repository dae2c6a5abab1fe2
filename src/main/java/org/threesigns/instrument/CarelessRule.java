package org.threesigns.instrument;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When answers look as if the questions were not read. At least one of the two is there.
 *
 * @param identicalRun the shortest run of identical raw answers that looks so; empty where no run can be as long
 * @param secondsPerItem the mean time for an item below which it looks so; empty where speed says nothing
 */
public record CarelessRule(Optional<Integer> identicalRun, Optional<BigDecimal> secondsPerItem) {}
