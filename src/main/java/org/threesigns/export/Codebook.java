package org.threesigns.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.FigureFormat;
import org.threesigns.export.Variable.Kind;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.VariableNames;

/** Describes every column of the exported responses in order: first the result, then answers, then scores. */
final class Codebook {

    private static final List<String> HEADER = List.of("variable", "form", "label", "values", "empty", "about", "key");
    private static final String SKIPPED = "the question was skipped";
    private static final String NO_ANSWER = SKIPPED + " or not asked";
    private static final String MONTH =
            "of a result given on this site, when it was added to the statistics; of an imported"
                    + " one, its own, or a later or earlier month of its file where too few were in its own";

    private final Instrument instrument;
    private final InstrumentText text;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final VariableNames names = new VariableNames();

    Codebook(Instrument instrument) {
        this.instrument = instrument;
        text = instrument.text(Dashboard.LANGUAGE);
        addResult();
        instrument.items().forEach(this::addAnswer);
        instrument.scoredItems().forEach(this::addItemScore);
        instrument.scales().forEach(this::addOtherItemScores);
        instrument.scales().forEach(this::addScale);
    }

    Instrument instrument() {
        return instrument;
    }

    InstrumentText text() {
        return text;
    }

    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    private void addResult() {
        var month = ValueDescription.in("yyyy-mm", ValueDescription.NEVER);
        add("month", Kind.TEXT, "Month (UTC) in which the result counts", month, MONTH);
        var languages = new TreeMap<String, String>();
        instrument.languages().forEach(tag -> languages.put(tag, FigureFormat.language(tag)));
        add(
                "language",
                Kind.TEXT,
                "Language it was answered in",
                ValueDescription.labelled(languages, ValueDescription.NEVER),
                "");
        addWording();
        var flags = ValueDescription.either("0", "no", "1", "yes");
        add("careless", Kind.FLAG, "Flagged as careless", flags, careless());
    }

    private void addWording() {
        if (instrument.wordings().size() > 1) {
            var wordings = ValueDescription.either("current", "a relationship now", "past", "one that is over");
            add("wording", Kind.TEXT, "Whether it was about a relationship now or one that is over", wordings, "");
        } else {
            String only = instrument.wordings().get(0).key();
            var wordings = ValueDescription.labelled(Map.of(only, "the only one"), ValueDescription.NEVER);
            add("wording", Kind.TEXT, "Wording of the questions", wordings, "");
        }
    }

    private String careless() {
        return instrument.careless().map(FigureFormat::careless).orElse("not judged on this site");
    }

    private void addAnswer(Item item) {
        var description = describe(item);
        var values = description.answers(SKIPPED);
        add(item.id(), item.id(), Kind.ANSWER, item.id(), description.words(), values, description.about());
    }

    private ItemDescription describe(Item item) {
        return new ItemDescription(instrument, text, item);
    }

    private void addItemScore(Item item) {
        var description = describe(item);
        String scales = description.usualScales();
        addItemScore(item.id(), scales.isEmpty() ? "" : " on " + scales, description, description.usual());
    }

    /** Columns of their own for items that a scale counts in another way than the others. */
    private void addOtherItemScores(Scale scale) {
        scale.otherwise()
                .forEach(keyed -> addItemScore(
                        idOn(scale, keyed), " on " + text.scale(scale).name(), describe(keyed.item()), keyed));
    }

    private static Kind kindOf(KeyedItem keyed) {
        return keyed.weight().isOne() ? Kind.ITEM_SCORE : Kind.WEIGHTED_SCORE;
    }

    private static String idOn(Scale scale, KeyedItem keyed) {
        return keyed.isUsual()
                ? keyed.item().id()
                : "%s on %s".formatted(keyed.item().id(), scale.id());
    }

    private void addItemScore(String id, String where, ItemDescription description, KeyedItem keyed) {
        String item = keyed.item().id();
        add(
                item,
                id,
                kindOf(keyed),
                item + "_keyed",
                "%s%s, after keying%s".formatted(item, where, keyed.weight().isOne() ? "" : ", times its weight"),
                description.itemScores(keyed, keyed.item().isConditional() ? NO_ANSWER : SKIPPED),
                ItemDescription.counts(keyed));
    }

    private void addScale(Scale scale) {
        String id = scale.id();
        var description = new ScaleDescription(scale, text.scale(scale));
        String name = description.words().name();
        String answered = name + ": how many of its items were answered";
        add(id, id, Kind.COUNT, id + "_answered", answered, description.answered(), description.items());
        add(id, id, Kind.SCALE_SCORE, id, description.method(), description.scores(), description.about());
        add(id, id, Kind.BAND, id + "_band", name + ": score band", description.bands(), "");
    }

    private void add(String name, Kind kind, String label, ValueDescription values, String about) {
        add("", name, kind, name, label, values, about);
    }

    /**
     * @param key of the item or scale that it is about
     * @param id what it is found by among those of its kind
     */
    private void add(
            String key, String id, Kind kind, String name, String label, ValueDescription values, String about) {
        variables.put(id + " " + kind, new Variable(key, names.take(name), kind, label, values, about));
    }

    /** The column of a scale's score. */
    String nameOf(Scale scale) {
        return variable(scale.id(), Kind.SCALE_SCORE).name();
    }

    /** The column of the name of a scale's score. */
    String bandNameOf(Scale scale) {
        return variable(scale.id(), Kind.BAND).name();
    }

    /** The columns of the questions that are asked after certain answers only. */
    List<String> conditionalNames() {
        return instrument.items().stream()
                .filter(Item::isConditional)
                .map(this::nameOf)
                .toList();
    }

    /** The column of the answers to an item. */
    String nameOf(Item item) {
        return variable(item.id(), Kind.ANSWER).name();
    }

    /** The column of an item after keying. */
    String keyedNameOf(Item item) {
        return variable(item.id(), Kind.ITEM_SCORE).name();
    }

    /** The columns of the items of a scale, as they count there. */
    List<String> keyedNamesOn(Scale scale) {
        return scale.key().stream().map(keyed -> keyedNameOn(scale, keyed)).toList();
    }

    String keyedNameOn(Scale scale, KeyedItem keyed) {
        return variable(idOn(scale, keyed), kindOf(keyed)).name();
    }

    private Variable variable(String id, Kind kind) {
        return Objects.requireNonNull(variables.get(id + " " + kind), id);
    }

    /** The columns whose values have labels, by what a language calls these; in order. */
    Map<String, List<String>> namesBy(Function<Variable, String> meanings) {
        return variables.values().stream()
                .filter(variable -> !variable.values().labels().isEmpty())
                .collect(groupingBy(meanings, LinkedHashMap::new, mapping(Variable::name, toList())));
    }

    /** The columns' names, in order. */
    List<String> header() {
        return variables().stream().map(Variable::name).toList();
    }

    /** The codebook as a table of its own. */
    List<List<String>> table() {
        return Stream.concat(Stream.of(HEADER), variables().stream().map(Variable::cells))
                .toList();
    }
}
