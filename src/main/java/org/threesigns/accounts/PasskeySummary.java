package org.threesigns.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name what its owner calls it
 * @param addedOn the day it was added, by UTC
 * @param lastUsedOn the day it last let somebody in, by UTC; null where it never has
 */
record PasskeySummary(
        UUID id, String name, LocalDate addedOn, @Nullable LocalDate lastUsedOn) {}
