package org.threesigns.instrument;

import java.math.BigDecimal;

/**
 * Which scales lead in a result.
 *
 * @param reaches the mean from which on a scale can lead
 * @param within how far below the highest mean another one still counts as a near tie; at this distance it no longer does
 */
public record LeadRule(BigDecimal reaches, BigDecimal within) {}
