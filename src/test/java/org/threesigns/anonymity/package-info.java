/** An adversary who reads everything that 200 sittings left behind. */
@NullMarked
package org.threesigns.anonymity;

import org.jspecify.annotations.NullMarked;
