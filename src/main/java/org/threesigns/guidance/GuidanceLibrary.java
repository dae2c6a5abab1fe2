package org.threesigns.guidance;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Problems;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Support;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScoreProfile;

/**
 * The guidance of every instrument, read and checked at start from {@code guidance.<language>.yaml} beside its words. An
 * instrument may come without any; one that has it in its default language has it in all of its languages.
 */
public class GuidanceLibrary {

    /** By the very instrument: what is equal to it is not worth comparing word by word at each result. */
    private final IdentityHashMap<Instrument, Map<String, GuidanceText>> texts = new IdentityHashMap<>();

    private final IdentityHashMap<Instrument, Map<Audience, Adviser>> advisers = new IdentityHashMap<>();

    /**
     * @param known texts that need not be read again
     * @throws org.threesigns.instrument.BrokenContentException if a file cannot be used
     */
    GuidanceLibrary(InstrumentCatalog catalog, Map<Instrument, Map<String, GuidanceText>> known) {
        Problems.checkEach(
                catalog.all(),
                instrument -> Optional.ofNullable(known.get(instrument))
                        .or(() -> read(catalog, instrument))
                        .ifPresent(read -> {
                            texts.put(instrument, read);
                            advisers.put(instrument, new ConcurrentHashMap<>());
                        }));
    }

    private static Optional<Map<String, GuidanceText>> read(InstrumentCatalog catalog, Instrument instrument) {
        Optional<ContentNode> usual = file(catalog, instrument, instrument.defaultLanguage());
        if (usual.isEmpty()) {
            requireNoOther(catalog, instrument);
            requireThatTheSafetyQuestionCounts(catalog, instrument);
        }
        return usual.map(file -> readAll(catalog, instrument, file));
    }

    private static void requireNoOther(InstrumentCatalog catalog, Instrument instrument) {
        String missing = instrument.defaultLanguage();
        Problems.checkEach(
                new TreeSet<>(instrument.languages()),
                language -> file(catalog, instrument, language).ifPresent(file -> {
                    throw file.problem(
                            "There is no guidance in '%s', the default language.".formatted(missing),
                            "Write 'guidance.%s.yaml' beside this file.".formatted(missing));
                }));
    }

    /** Guidance would have words for it; without any, the instrument's help needs them. */
    private static void requireThatTheSafetyQuestionCounts(InstrumentCatalog catalog, Instrument instrument) {
        List<String> missing = instrument.texts().values().stream()
                .filter(text -> text.support().flatMap(Support::first).isEmpty())
                .map(text -> "'support.%s.yaml'".formatted(text.language()))
                .sorted()
                .toList();
        if (!instrument.safety().isEmpty() && !missing.isEmpty()) {
            throw catalog.file(instrument, "instrument.yaml")
                    .orElseThrow()
                    .get("safety")
                    .problem(
                            "What is ticked in the safety question would change nothing on the result.",
                            "Write 'first: {title: …, text: […]}' in %s beside this file."
                                    .formatted(String.join(" and ", missing)));
        }
    }

    /**
     * The guidance of these instruments.
     *
     * @throws org.threesigns.instrument.BrokenContentException if a file cannot be used
     */
    public static GuidanceLibrary of(InstrumentCatalog catalog) {
        return new GuidanceLibrary(catalog, Map.of());
    }

    /** The library of another catalogue; what both have is not checked again. */
    public GuidanceLibrary with(InstrumentCatalog other) {
        return new GuidanceLibrary(other, texts);
    }

    /**
     * The words that fit this result. Support comes first where the audience says so, and where the answers do: in the words of
     * the instrument's help if it has such, as nobody may read from them which of these it was.
     *
     * @param profile what the responses score
     */
    public Guidance guide(Instrument instrument, Responses responses, ScoreProfile profile, Audience audience) {
        Audience whom = audience.with(opensSupport(instrument, responses) || putsSupportFirst(instrument, responses));
        Guidance guidance = Optional.ofNullable(advisers.get(instrument))
                .map(known -> known.computeIfAbsent(whom, missing -> adviser(instrument, missing)))
                .map(adviser -> adviser.advise(responses, profile))
                .orElse(Guidance.NONE);
        return instrument
                .text(audience.language())
                .support()
                .flatMap(Support::first)
                .filter(first -> whom.supportFirst())
                .map(guidance::ledBy)
                .orElse(guidance);
    }

    private static boolean opensSupport(Instrument instrument, Responses responses) {
        return instrument.supportFirst().entrySet().stream()
                .anyMatch(entry -> responses
                        .chosen(entry.getKey())
                        .filter(entry.getValue()::contains)
                        .isPresent());
    }

    private boolean putsSupportFirst(Instrument instrument, Responses responses) {
        return find(instrument, instrument.defaultLanguage())
                .filter(text -> text.putsSupportFirst(new GivenAnswers(instrument, responses, Optional.empty())))
                .isPresent();
    }

    private Adviser adviser(Instrument instrument, Audience audience) {
        return new Adviser(instrument, find(instrument, audience.language()).orElseThrow(), audience);
    }

    /** The guidance in the language that the instrument has its words in for this one. */
    Optional<GuidanceText> find(Instrument instrument, String language) {
        return Optional.ofNullable(texts.get(instrument))
                .map(byLanguage -> byLanguage.get(instrument.text(language).language()));
    }

    private static Map<String, GuidanceText> readAll(
            InstrumentCatalog catalog, Instrument instrument, ContentNode defaultFile) {
        requireSomethingToSpeakAbout(instrument, defaultFile);
        var problems = new Problems();
        var byLanguage = new HashMap<String, GuidanceText>();
        Supplier<GuidanceText> usual =
                problems.read(() -> new GuidanceReader(instrument, defaultFile).read(instrument.defaultLanguage()));
        problems.check(() -> byLanguage.put(instrument.defaultLanguage(), usual.get()));
        for (String language : new TreeSet<>(instrument.languages())) {
            if (!language.equals(instrument.defaultLanguage())) {
                problems.check(() -> {
                    ContentNode file = file(catalog, instrument, language)
                            .orElseThrow(() -> defaultFile
                                    .get("language")
                                    .problem(
                                            "There is no guidance in '%s'.".formatted(language),
                                            "Write 'guidance.%s.yaml' beside this file.".formatted(language)));
                    GuidanceText text = new GuidanceReader(instrument, file).read(language);
                    requireTheSameSupport(usual.get(), text, file);
                    byLanguage.put(language, text);
                });
            }
        }
        problems.throwIfAny();
        return byLanguage;
    }

    private static void requireSomethingToSpeakAbout(Instrument instrument, ContentNode defaultFile) {
        if (!instrument.isScored()) {
            throw defaultFile.problem(
                    "Guidance speaks about scores, and this questionnaire has no scales.", "Remove the guidance.");
        }
        if (instrument.responseScales().stream().anyMatch(ResponseScale::isNumber)) {
            throw defaultFile.problem(
                    "Guidance speaks about answers that are chosen from a list, and some are numbers.",
                    "Remove the guidance.");
        }
        if (!instrument.hasOneSetOfValues()) {
            throw defaultFile.problem(
                    "Guidance needs questions with the same values to choose from.",
                    "Give them those, or remove the guidance.");
        }
        if (!instrument.hasOneKeying()) {
            throw defaultFile.problem(
                    "Guidance needs questions that count in one way on all of their scales, and once.",
                    "Remove 'keying' and 'weight' from their scales, or remove the guidance.");
        }
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
