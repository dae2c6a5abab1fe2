/** What a person sees: the application, opened in a real Chromium. */
@NullMarked
package org.threesigns.browser;

import org.jspecify.annotations.NullMarked;
