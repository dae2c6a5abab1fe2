package org.threesigns.publication;

/**
 * Retention has deleted results. Announced once they are gone for good.
 *
 * @param results how many; at least 1
 */
public record ResultsExpired(int results) {}
