package org.threesigns.publication;

import java.util.List;

/**
 * The results of a new batch.
 *
 * @param exported whether exports may show its rows, because none of its results was published before
 */
record DealtBatch<R>(List<R> results, boolean exported) {

    boolean hasRoom() {
        return results.size() < BatchAssignment.MOST;
    }
}
