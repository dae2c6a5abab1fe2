/** Questionnaires in the Open Scale Definition format (OSD), turned into folders of our own. */
@ApplicationModule(allowedDependencies = {"instrument", "startup"})
@NullMarked
package org.threesigns.osd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
