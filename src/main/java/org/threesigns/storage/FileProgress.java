package org.threesigns.storage;

import org.h2.mvstore.FileStore;

/**
 * How far an embedded file has come. H2 counts its versions from when the file was created, and never down; compacting makes a
 * new file.
 */
record FileProgress(long created, long version) {

    static FileProgress of(FileStore<?> store) {
        return new FileProgress(store.getCreationTime(), store.lastChunkVersion());
    }

    boolean isOfTheSameFileAs(FileProgress other) {
        return created == other.created;
    }
}
