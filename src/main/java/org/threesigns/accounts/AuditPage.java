package org.threesigns.accounts;

import java.util.List;

/**
 * A page of the audit log.
 *
 * @param entries the newest first
 * @param number from 1
 * @param pages how many there are, at least 1
 */
record AuditPage(List<AuditEntry> entries, int number, int pages) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
