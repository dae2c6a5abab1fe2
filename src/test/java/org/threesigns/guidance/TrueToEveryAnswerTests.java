package org.threesigns.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** No sentence about the answers is untrue of any answers, in any language. */
@ParameterizedClass(name = "of {0}")
@MethodSource("org.threesigns.guidance.Shipped#all")
@Tag("once")
class TrueToEveryAnswerTests {

    private static final GuidanceLibrary LIBRARY = GuidanceLibrary.of(TestInstruments.catalog());

    private final Shipped shipped;
    private final Instrument instrument;
    private final List<String> languages;

    TrueToEveryAnswerTests(Shipped shipped) {
        this.shipped = shipped;
        this.instrument = shipped.instrument();
        this.languages = shipped.languages();
    }

    /** What each text says is looked up once; then its place among the texts of the sign is all that a sheet needs. */
    @Test
    void saysOnEverySheetOfASignWhatIsTrueOfIt() {
        instrument.scales().forEach(this::saysOnEverySheetWhatIsTrueOfIt);
    }

    private void saysOnEverySheetWhatIsTrueOfIt(Scale sign) {
        GuidanceText guidance = LIBRARY.find(instrument, languages.get(0)).orElseThrow();
        List<SignText> texts = texts(languages.get(0), sign);
        var said = new IdentityHashMap<SignText, List<Saying>>();
        texts.forEach(text -> said.put(text, saidBy(sign, said.size())));
        var untrue = new HashMap<String, String>();
        Instrument alone = TestInstruments.withOnly(instrument, sign); // a million sheets
        Set<SignText> shown = Collections.newSetFromMap(new IdentityHashMap<>());

        AnswerSheet.allOf(instrument, sign).forEach(responses -> {
            var score = Scorer.score(alone, responses).on(sign);
            SignText text = guidance.on(sign, new GivenAnswers(instrument, responses, Optional.of(score)));
            var sheet = AnswerSheet.of(instrument, responses);
            shown.add(text);
            for (Saying saying : said.getOrDefault(text, List.of())) {
                if (!saying.isTrueOf().test(sheet)) {
                    untrue.putIfAbsent(saying.words().pattern(), responses.encoded());
                }
            }
        });

        assertThat(untrue).isEmpty();
        assertThat(shown).hasSameSizeAs(texts);
    }

    /** In all languages and wordings, with what a placeholder would say in its place. */
    private List<Saying> saidBy(Scale sign, int text) {
        Set<Saying> said = new HashSet<>();
        for (String language : languages) {
            for (Wording wording : Wording.values()) {
                String words = texts(language, sign)
                        .get(text)
                        .explanation()
                        .in(wording)
                        .replaceAll("\\{[^}]*\\}", "…");
                shipped.everySaying()
                        .filter(saying -> saying.isSaidIn(sign.id(), words))
                        .forEach(said::add);
            }
        }
        return List.copyOf(said);
    }

    private List<SignText> texts(String language, Scale sign) {
        return LIBRARY.find(instrument, language).orElseThrow().signs().getOrDefault(sign.id(), List.of());
    }

    /** So that what holds for one language holds for each. */
    @Test
    void assumesTheSameInEveryLanguage() {
        for (Scale sign : instrument.scales()) {
            assertThat(languages)
                    .allSatisfy(language -> assertThat(texts(language, sign))
                            .extracting(SignText::assumes)
                            .containsExactlyElementsOf(texts(languages.get(0), sign).stream()
                                    .map(SignText::assumes)
                                    .toList()));
        }
    }

    @Test
    void knowsEverySayingInEveryLanguage() {
        for (String language : languages) {
            for (Saying saying : shipped.sayings()) {
                assertThat(everyText(language).filter(text -> saying.isSaidIn(saying.sign(), text)))
                        .as("%s in '%s'", saying.words(), language)
                        .isNotEmpty();
            }
        }
    }

    private Stream<String> everyText(String language) {
        GuidanceText text = LIBRARY.find(instrument, language).orElseThrow();
        return Stream.of(Wording.values())
                .flatMap(wording -> Stream.concat(
                        text.signs().values().stream()
                                .flatMap(List::stream)
                                .map(sign -> sign.explanation().in(wording)),
                        text.loops().stream().map(loop -> loop.words().words().in(wording))));
    }

    /** Each in two of the four kinds of page that two languages and two wordings make. */
    @Test
    void saysOnWholeSheetsWhatIsTrueOfThem() {
        Map<String, List<Saying>> known = new HashMap<>();
        var untrue = new ArrayList<String>();
        Wording[] wordings = Wording.values();

        AnswerSheet.varied(instrument, 20_000).forEach(responses -> {
            var sheet = AnswerSheet.of(instrument, responses);
            ScoreProfile profile = Scorer.score(instrument, responses);
            boolean asked = responses.hashCode() % 4 == 0;
            int kind = Math.floorMod(responses.hashCode() / 4, wordings.length);
            for (String language : languages) {
                var audience = new Audience(language, wordings[kind++ % wordings.length], asked);
                problems(LIBRARY.guide(instrument, responses, profile, audience), sheet, asked, known)
                        .forEach(problem -> untrue.add("%s %s: %s".formatted(language, responses.encoded(), problem)));
            }
        });

        assertThat(untrue).isEmpty();
    }

    private Stream<String> problems(
            Guidance guidance, AnswerSheet sheet, boolean asked, Map<String, List<Saying>> known) {
        Stream<String> said = Stream.concat(
                guidance.signs().stream().flatMap(sign -> untrue(sign.scale().id(), sign.explanation(), sheet, known)),
                guidance.loop().stream().flatMap(loop -> untrue("", loop.text(), sheet, known)));
        return Stream.concat(
                said,
                Stream.of(
                                support(
                                        guidance,
                                        asked || shipped.putsSupportFirst().test(sheet)),
                                strengths(guidance, sheet),
                                guidance.signs().stream()
                                                .allMatch(
                                                        sign -> sign.practice().isPresent())
                                        ? ""
                                        : "nothing to try")
                        .filter(problem -> !problem.isEmpty()));
    }

    private Stream<String> untrue(String scale, String text, AnswerSheet sheet, Map<String, List<Saying>> known) {
        return known
                .computeIfAbsent(
                        scale + text,
                        each -> shipped.everySaying()
                                .filter(saying -> saying.isSaidIn(scale, text))
                                .toList())
                .stream()
                .filter(saying -> !saying.isTrueOf().test(sheet))
                .map(saying -> text);
    }

    private String support(Guidance guidance, boolean first) {
        if (guidance.lead().isPresent() != first) {
            return "support first: " + !first;
        }
        boolean unfit = guidance.everyTip().stream().anyMatch(tip -> tip.openness() || tip.doubtsAlarm());
        return first && (unfit || guidance.loop().isPresent())
                ? "openness, doubt or a loop where support is first"
                : "";
    }

    private String strengths(Guidance guidance, AnswerSheet sheet) {
        if (guidance.strengths().size() > 2
                || (shipped.takesNoPraise().test(sheet) && !guidance.strengths().isEmpty())) {
            return "praise";
        }
        return guidance.strengths().stream().allMatch(strength -> helps(strength.item(), sheet)) ? "" : "no strength";
    }

    private static boolean helps(Item item, AnswerSheet sheet) {
        int score = sheet.score(item.id());
        return item.scored() ? score == 1 || score == 2 : score >= 4;
    }
}
