package org.threesigns.publication;

import java.util.UUID;
import org.threesigns.scoring.Responses;

/** A stored result on its way into, or out of, the published counts. */
record WaitingResult(UUID id, ResultGroup group, Responses responses) {}
