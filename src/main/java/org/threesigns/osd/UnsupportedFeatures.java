package org.threesigns.osd;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Wording;

/** What of an instrument the format cannot say, each with its place: what would be asked or scored otherwise, and the rest. */
final class UnsupportedFeatures {

    /** What the format takes for a placeholder or mark-up. */
    private static final Pattern SPECIAL = Pattern.compile("\\{(?:param\\.)?[A-Za-z_][\\w.]*}|</?[A-Za-z][^>]*>");

    private final Instrument instrument;
    private final List<String> refused = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    UnsupportedFeatures(Instrument instrument) {
        this.instrument = instrument;
        lookAtTheWhole();
        instrument.scales().forEach(this::lookAt);
        instrument.items().stream().map(Item::responseScale).distinct().forEach(this::lookAt);
        lookAtBoxes();
        instrument.items().forEach(this::lookAt);
        new TreeMap<>(instrument.texts()).values().forEach(this::lookAt);
    }

    /** What would change a question, an answer or a score; none where the instrument can be written. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** What changes none of these. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private void refuse(boolean there, String place, String feature) {
        if (there) {
            refused.add("%s: %s".formatted(place, feature));
        }
    }

    private void leaveOut(boolean there, String feature) {
        if (there) {
            leftOut.add(feature);
        }
    }

    private void lookAtTheWhole() {
        refuse(!instrument.id().equals(instrument.id().toLowerCase(Locale.ROOT)), "id", "capital letters");
        refuse(instrument.wordings().size() > 1, "wordings", "questions in two wordings");
        refuse(!instrument.wordings().contains(Wording.CURRENT), "wordings", "questions about what is over");
        refuse(!instrument.safety().isEmpty(), "safety", "a question that may stay open and puts support first");
        refuse(
                !instrument.defaultLanguage().equals(usualLanguage()),
                "default-language",
                "another one than " + usualLanguage());
        refuse(
                instrument.scales().stream()
                                .flatMap(scale -> scale.bandsSource().stream())
                                .distinct()
                                .count()
                        > 1,
                "scales",
                "labels of several sources");
        leaveOut(instrument.source().isPresent(), "the source");
        leaveOut(!instrument.claims().isEmpty(), "the claims");
        leaveOut(instrument.lead().isPresent(), "which scales a result names first");
        leaveOut(instrument.hasSupport(), "where to find help, and the answers that put it first");
        leaveOut(instrument.careless().isPresent(), "when answers look unread");
    }

    /** That which a reader of the format takes. */
    private String usualLanguage() {
        return instrument.languages().contains("en")
                ? "en"
                : instrument.languages().stream().sorted().findFirst().orElseThrow();
    }

    private void lookAt(Scale scale) {
        String place = "scale " + scale.id();
        refuse(
                scale.minimumAnswered() > 1,
                place,
                "no score of fewer than %s answers".formatted(scale.minimumAnswered()));
        refuse(
                scale.hasOwnBands(),
                place,
                "bands that begin where the one before ends; the format has labels with both limits");
        refuse(isTranslated(text -> text.scale(scale).name()), place, "a name in several languages");
        scale.bands().stream()
                .filter(band -> isTranslated(text -> text.scale(scale).band(band)))
                .forEach(band -> refuse(true, place + ", " + band.id(), "a label in several languages"));
        leaveOut(scale.assumedSem().isPresent(), "the assumed errors of measurement");
        leaveOut(!scale.norms().isEmpty(), "the norms of published samples");
        leaveOut(!scale.facets().isEmpty() || !scale.strands().isEmpty(), "facets and strands");
    }

    private void lookAt(ResponseScale scale) {
        String place = "options" + scale.name().map(" %s"::formatted).orElse("");
        refuse(scale.isNumber() && scale.step() > 1, place, "numbers in steps");
        refuse(
                scale.input() == InputType.NUMBER
                        && instrument.texts().values().stream()
                                .anyMatch(text -> text.anchors().containsKey(scale.id())),
                place,
                "words for numbers that are written");
    }

    private void lookAtBoxes() {
        List<Part> boxed = instrument.checkboxParts();
        leaveOut(!boxed.isEmpty(), "the words for a box that is ticked or left open");
        var taken = new HashSet<>(instrument.items().stream().map(Item::id).toList());
        for (Part part : boxed) {
            String place = "part " + part.id();
            Set<Integer> values = part.items().stream()
                    .flatMap(box -> box.responseScale().options().stream())
                    .map(ResponseOption::value)
                    .collect(toSet());
            refuse(
                    Keys.common(part.items()).filter(taken::add).isEmpty(),
                    place,
                    "boxes whose keys do not begin with one key of their own and '_'");
            refuse(part.items().stream().anyMatch(Item::scored), place, "boxes that count on a score");
            refuse(part.random(), place, "boxes in random order");
            refuse(
                    part.items().get(0).responseScale().unticked().value() != 0 || !values.equals(Set.of(0, 1)),
                    place,
                    "boxes that count other than 0 and 1");
            refuse(
                    part.items().stream()
                            .anyMatch(box ->
                                    !box.condition().beyond(part.condition()).isNone()),
                    place,
                    "a box that is there after some answers only");
        }
    }

    private void lookAt(Item item) {
        refuse(
                item.condition().answers().keySet().stream()
                        .anyMatch(needed -> needed.responseScale().isCheckbox()),
                "item " + item.id(),
                "a condition on a box");
        leaveOut(item.sensitive(), "which questions are sensitive");
    }

    private boolean isTranslated(Function<InstrumentText, String> words) {
        return instrument.texts().values().stream().map(words).distinct().count() > 1;
    }

    private void lookAt(InstrumentText text) {
        String file = text.language() + ".yaml, ";
        refuse(isDefault(text) && isTranslated(InstrumentText::name), file + "name", "one in several languages");
        refuse(isDefault(text) && isTranslated(InstrumentText::summary), file + "summary", "one in several languages");
        refuseSpecial(file + "summary", text.summary());
        Optional.ofNullable(text.instructions().get(Wording.CURRENT))
                .ifPresent(words -> refuseSpecial(file + "instructions", words));
        for (Part part : instrument.parts()) {
            refuseSpecial(file + "part " + part.id(), text.part(part).title());
            text.part(part).text().ifPresent(words -> refuseSpecial(file + "part " + part.id(), words));
            text.part(part).question().values().forEach(words -> refuseSpecial(file + "part " + part.id(), words));
        }
        for (Item item : instrument.items()) {
            Wording wording = instrument.wordings().get(0);
            boolean box = item.responseScale().isCheckbox();
            refuseSpecial(file + "item " + item.id(), box ? text.box(item, wording) : text.markedItem(item, wording));
        }
        text.anchors()
                .forEach((scale, words) -> words.forEach(
                        (number, label) -> refuseSpecial(file + "anchors " + scale + " " + number, label)));
        text.options().forEach((id, label) -> refuseSpecial(file + "option " + id, label));
        leaveOut(
                text.scales().values().stream()
                        .anyMatch(scale -> scale.meaning().isPresent()),
                "the meanings of scales");
        leaveOut(text.nextStep().isPresent() || text.onward().isPresent(), "where a result leads to");
        leaveOut(
                text.pages().minutes().isPresent() || !text.pages().words().isEmpty(), "words for the pages of a site");
    }

    private boolean isDefault(InstrumentText text) {
        return text.language().equals(instrument.defaultLanguage());
    }

    /** Its own mark-up means the same there. */
    private void refuseSpecial(String place, MarkedText words) {
        words.runs().forEach(run -> refuseSpecial(place, run.text()));
    }

    private void refuseSpecial(String place, String words) {
        var found = SPECIAL.matcher(words);
        if (found.find()) {
            refuse(true, place, "'%s', which is no plain text there".formatted(found.group()));
        }
    }
}
