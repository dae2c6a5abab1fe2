/** What a host gets: the packaged jar and the image's steps, really run. */
@NullMarked
package org.threesigns.packaging;

import org.jspecify.annotations.NullMarked;
