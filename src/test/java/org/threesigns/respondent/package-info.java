/** Somebody who answers, for tests that ask a real server. */
@NullMarked
package org.threesigns.respondent;

import org.jspecify.annotations.NullMarked;
