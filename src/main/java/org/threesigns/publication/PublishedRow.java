package org.threesigns.publication;

import java.time.YearMonth;
import org.threesigns.scoring.Responses;

/**
 * One published result as an export shows it: without its key and its day.
 *
 * @param wording {@code current} or {@code past}
 * @param month the month it is counted in
 */
public record PublishedRow(String language, String wording, boolean careless, YearMonth month, Responses responses) {}
