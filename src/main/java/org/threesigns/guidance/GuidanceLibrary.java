package org.threesigns.guidance;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScoreProfile;

/**
 * The guidance of every instrument, read and checked at start from {@code guidance.<language>.yaml} beside its words. An
 * instrument may come without any; one that has it in its default language has it in all of its languages.
 */
@Component
public class GuidanceLibrary {

    /** By the very instrument: what is equal to it is not worth comparing word by word at each result. */
    private final IdentityHashMap<Instrument, Map<String, GuidanceText>> texts = new IdentityHashMap<>();

    private final IdentityHashMap<Instrument, Map<Audience, Adviser>> advisers = new IdentityHashMap<>();

    /** @throws org.threesigns.instrument.BrokenContentException if a file cannot be used */
    public GuidanceLibrary(InstrumentCatalog catalog) {
        for (Instrument instrument : catalog.all()) {
            file(catalog, instrument, instrument.defaultLanguage()).ifPresent(file -> {
                texts.put(instrument, readAll(catalog, instrument, file));
                advisers.put(instrument, new ConcurrentHashMap<>());
            });
        }
    }

    /**
     * The words that fit this result. Support comes first where the audience says so, and where the answers do.
     *
     * @param profile what the responses score
     */
    public Guidance guide(Instrument instrument, Responses responses, ScoreProfile profile, Audience audience) {
        return Optional.ofNullable(advisers.get(instrument))
                .map(known -> known.computeIfAbsent(
                        audience.with(putsSupportFirst(instrument, responses)), whom -> adviser(instrument, whom)))
                .map(adviser -> adviser.advise(responses, profile))
                .orElse(Guidance.NONE);
    }

    private boolean putsSupportFirst(Instrument instrument, Responses responses) {
        return find(instrument, instrument.defaultLanguage())
                .filter(text -> text.putsSupportFirst(new GivenAnswers(instrument, responses, Optional.empty())))
                .isPresent();
    }

    private Adviser adviser(Instrument instrument, Audience audience) {
        return new Adviser(instrument, find(instrument, audience.language()).orElseThrow(), audience);
    }

    /** The guidance in this language, or in the instrument's default one. */
    Optional<GuidanceText> find(Instrument instrument, String language) {
        return Optional.ofNullable(texts.get(instrument))
                .map(byLanguage -> byLanguage.getOrDefault(language, byLanguage.get(instrument.defaultLanguage())));
    }

    private static Map<String, GuidanceText> readAll(
            InstrumentCatalog catalog, Instrument instrument, ContentNode defaultFile) {
        if (!instrument.hasOneSetOfValues()) {
            throw defaultFile.problem(
                    "Guidance needs questions with the same values to choose from.",
                    "Give them those, or remove the guidance.");
        }
        GuidanceText usual = new GuidanceReader(instrument, defaultFile).read(instrument.defaultLanguage());
        var byLanguage = new HashMap<>(Map.of(instrument.defaultLanguage(), usual));
        for (String language : instrument.languages()) {
            if (!language.equals(instrument.defaultLanguage())) {
                ContentNode file = file(catalog, instrument, language)
                        .orElseThrow(() -> defaultFile
                                .get("language")
                                .problem(
                                        "There is no guidance in '%s'.".formatted(language),
                                        "Write 'guidance.%s.yaml' beside this file.".formatted(language)));
                GuidanceText text = new GuidanceReader(instrument, file).read(language);
                requireTheSameSupport(usual, text, file);
                byLanguage.put(language, text);
            }
        }
        return byLanguage;
    }

    /** A page must not tell by its language whether the safety question or the answers put support first. */
    private static void requireTheSameSupport(GuidanceText usual, GuidanceText text, ContentNode file) {
        if (!text.supportAssumes().equals(usual.supportAssumes())) {
            throw file.get("support-first")
                    .problem(
                            "This puts support first for other answers than the guidance in the default language.",
                            "Write the same 'assumes' in both.");
        }
    }

    private static Optional<ContentNode> file(InstrumentCatalog catalog, Instrument instrument, String language) {
        return catalog.file(instrument, "guidance." + language + ".yaml");
    }
}
