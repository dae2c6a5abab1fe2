package org.threesigns.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey as a page shows it. */
record PasskeyView(UUID id, String name, String added, String lastUsed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(
                passkey.id(), passkey.name(), DAY.format(passkey.addedOn()), lastUsed(passkey.lastUsedOn()));
    }

    private static String lastUsed(@Nullable LocalDate day) {
        return day == null ? "Not yet" : DAY.format(day);
    }
}
