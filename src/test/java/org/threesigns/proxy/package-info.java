/** The site behind a real reverse proxy, set up as the documents say. */
@NullMarked
package org.threesigns.proxy;

import org.jspecify.annotations.NullMarked;
