package org.threesigns.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.DraftInstruments;
import org.threesigns.instrument.Instrument;
import org.threesigns.publication.PeerFigureCache;

/** A folder of questionnaires that somebody writes, as it is whenever it is asked for. */
class Draft {

    private static final Logger log = LoggerFactory.getLogger(Draft.class);

    private final Path folder;
    private final ShownInstruments shown;
    private final SampleResults results;
    private final PeerFigureCache peers;
    private FolderState state = new FolderState(Map.of());
    private Reading reading = new Reading("", List.of(), List.of());

    Draft(Path folder, ShownInstruments shown, SampleResults results, PeerFigureCache peers) {
        this.folder = folder;
        this.shown = shown;
        this.results = results;
        this.peers = peers;
    }

    /**
     * What was in the folder at one moment.
     *
     * @param revision another one after every change; the same again after a new start without one
     * @param instruments those of the folder; none where there are problems
     */
    record Reading(String revision, List<Instrument> instruments, List<BrokenContentException> problems) {

        boolean isBroken() {
            return !problems.isEmpty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Reads the folder again if something has changed in it. The pages show what it holds, unless that has problems. */
    synchronized Reading reading() {
        FolderState now = FolderState.of(folder);
        if (reading.revision().isEmpty() || !now.equals(state)) {
            state = now;
            reading = read(Integer.toHexString(now.hashCode()));
        }
        return reading;
    }

    private Reading read(String revision) {
        try {
            DraftInstruments found = DraftInstruments.read(folder, shown.builtIn());
            List<BrokenContentException> problems = new ArrayList<>(found.problems());
            Optional<GuidanceLibrary> guidance = guidance(found, problems);
            if (!problems.isEmpty()) {
                return new Reading(revision, List.of(), problems);
            }
            show(found, guidance.orElseThrow());
            return new Reading(revision, found.own(), List.of());
        } catch (IOException | UncheckedIOException e) {
            var problem = new BrokenContentException(
                    folder.toString(),
                    "The folder, or something in it, cannot be read.",
                    "See that this user may read all of it; if it was being changed, save once more.");
            return new Reading(revision, List.of(), List.of(problem));
        } catch (RuntimeException e) {
            log.error("What is in {} could not be shown", folder, e);
            var problem = new BrokenContentException(
                    folder.toString(),
                    "Three Signs has a fault that something in this folder brings out.",
                    "Please report it, with what the log says. Undo your last change to go on.");
            return new Reading(revision, List.of(), List.of(problem));
        }
    }

    /** @param problems takes what is wrong with it */
    private Optional<GuidanceLibrary> guidance(DraftInstruments found, List<BrokenContentException> problems) {
        try {
            return Optional.of(shown.guidanceOf(found.catalog()));
        } catch (BrokenContentException e) {
            problems.addAll(e.all());
            return Optional.empty();
        }
    }

    private void show(DraftInstruments found, GuidanceLibrary guidance) {
        results.keepThoseThatFit(found.own());
        shown.replace(found.catalog(), guidance);
        results.save(found.own());
        peers.readOrKeep();
    }
}
