/**
 * Which results are counted and when: batches, withdrawal and retention.
 *
 * <p>A batch is an entity. Everything else here is plain SQL, for three reasons. Dealing, retention, counting and exports work
 * on sets of results, which no object needs to represent. Dealing leaves out rows that others have locked. And a cell of counts
 * must fail when two servers insert it at once, where the {@code save} of a repository would overwrite the first.
 */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "startup", "storage", "assessment", "statistics"})
@NullMarked
package org.threesigns.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
