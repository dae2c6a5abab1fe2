package org.threesigns.instrument;

import java.math.BigDecimal;

/**
 * Which scales lead in a result.
 *
 * @param reaches the lowest mean with which a scale can lead
 * @param within how far below the highest mean another one still counts as a near tie; this distance itself is too far
 */
public record LeadRule(BigDecimal reaches, BigDecimal within) {}
