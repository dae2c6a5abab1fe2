/** The two engines, real ones, for every test that touches the store. */
@NullMarked
package org.threesigns.database;

import org.jspecify.annotations.NullMarked;
