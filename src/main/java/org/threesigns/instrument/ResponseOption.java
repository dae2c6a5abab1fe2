package org.threesigns.instrument;

/**
 * One choice of a response scale.
 *
 * @param id the key of its label
 * @param value what it counts, before keying
 */
public record ResponseOption(String id, int value) {}
