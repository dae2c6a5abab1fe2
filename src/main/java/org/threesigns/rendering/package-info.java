/** How pages are put together from fragments of templates that are rendered once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
