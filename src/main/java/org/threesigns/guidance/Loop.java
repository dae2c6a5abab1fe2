package org.threesigns.guidance;

import org.threesigns.guidance.GuidanceText.Advice;

/** A sentence that joins two of somebody's own answers, by a loop that the source describes. */
record Loop(Assumption assumes, Advice words) {}
