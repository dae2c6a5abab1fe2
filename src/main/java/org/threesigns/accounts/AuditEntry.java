package org.threesigns.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param at when it happened, to the second; of several failures within an hour, the first
 * @param event the event's code, which a later version of the application may have written
 * @param actor the name of the account, or null where nobody is known
 * @param detail what else is to be said, or null
 * @param times how often it happened, from 1
 */
record AuditEntry(
        Instant at,
        String event,
        @Nullable String actor,
        @Nullable String detail,
        int times) {}
