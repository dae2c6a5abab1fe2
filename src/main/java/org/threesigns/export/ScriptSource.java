package org.threesigns.export;

import java.util.List;
import org.threesigns.dashboard.Dashboard;

/**
 * The file of responses that a script reads.
 *
 * @param notes what the script says first
 */
record ScriptSource(String name, List<String> notes) {

    static ScriptSource of(Dashboard dashboard, String application) {
        return new ScriptSource(
                FileName.ofResults(dashboard, "responses.csv"),
                List.of(
                        "Reads the responses that Three Signs %s exported.".formatted(application),
                        "It is about %s, version %s: %s."
                                .formatted(
                                        dashboard.instrument().id(),
                                        dashboard.instrument().version(),
                                        dashboard.filter().summary()),
                        "The file holds %s.".formatted(dashboard.rowsInWords()),
                        "What this computes is about the rows; the figures of the overview are about all that are counted.",
                        "The codebook says what each column holds, and what an empty cell in it means."));
    }
}
