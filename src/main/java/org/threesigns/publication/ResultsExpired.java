package org.threesigns.publication;

/**
 * Retention has deleted results. Published after the deletion was committed.
 *
 * @param results how many; at least 1
 */
public record ResultsExpired(int results) {}
