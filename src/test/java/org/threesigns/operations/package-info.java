/** What a host is told in docs/operations.md, held to be so. */
@NullMarked
package org.threesigns.operations;

import org.jspecify.annotations.NullMarked;
