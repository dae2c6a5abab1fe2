package org.threesigns.instrument;

/**
 * When answers look as if the questions were not read.
 *
 * @param identicalRun the shortest run of identical raw answers that looks so
 * @param secondsPerItem the time for an item below which it looks so
 */
public record CarelessRule(int identicalRun, double secondsPerItem) {}
