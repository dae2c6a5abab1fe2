/** Everything arrives, or nothing. */
@NullMarked
package org.threesigns.transfer;

import org.jspecify.annotations.NullMarked;
