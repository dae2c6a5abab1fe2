/** Three Signs: a self-assessment about trust in a relationship. */
@NullMarked
package org.threesigns;

import org.jspecify.annotations.NullMarked;
