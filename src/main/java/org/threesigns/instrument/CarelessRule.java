package org.threesigns.instrument;

/**
 * When answers look as if the questions were not read.
 *
 * @param identicalRun the length of a run of identical raw answers from which on it does
 * @param secondsPerItem the pace below which it does
 */
public record CarelessRule(int identicalRun, double secondsPerItem) {}
