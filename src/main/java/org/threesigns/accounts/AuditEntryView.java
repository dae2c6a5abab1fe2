package org.threesigns.accounts;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A line of the audit log in words. */
record AuditEntryView(String machineTime, String time, String event, String actor, String detail) {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static AuditEntryView of(AuditEntry entry) {
        String actor = entry.actor() == null ? "Nobody known" : entry.actor();
        return new AuditEntryView(
                entry.at().toString(), TO_THE_SECOND.format(entry.at()), words(entry.event()), actor, detailOf(entry));
    }

    /** What it says more, and how often it happened if that was more than once; empty where neither. */
    private static String detailOf(AuditEntry entry) {
        String detail = entry.detail() == null ? "" : entry.detail();
        if (entry.times() == 1) {
            return detail;
        }
        String count = entry.times() + " times within an hour";
        return detail.isEmpty() ? count : "%s (%s)".formatted(detail, count);
    }

    /** An event's code as words: it is made of words. */
    static String words(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
