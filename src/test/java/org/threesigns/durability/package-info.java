/** The packaged application against killed processes, killed servers and full disks: what was acknowledged stays. */
@NullMarked
package org.threesigns.durability;

import org.jspecify.annotations.NullMarked;
