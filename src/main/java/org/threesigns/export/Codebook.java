package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.export.Variable.Kind;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.VariableNames;

/** Describes every column of the exported responses in order: first the result, then answers, then scores. */
final class Codebook {

    private final Instrument instrument;
    private final InstrumentText text;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final VariableNames names = new VariableNames();

    Codebook(Instrument instrument) {
        this.instrument = instrument;
        text = instrument.text(Dashboard.LANGUAGE);
        add("month", Kind.TEXT, "Month (UTC) in which the result was added to the statistics (yyyy-mm)", Map.of(), "");
        add("language", Kind.TEXT, "Language it was answered in", Map.of(), "");
        add("wording", Kind.TEXT, "Whether it was about a relationship now or one that is over", wordings(), "");
        add("careless", Kind.FLAG, "Flagged as careless: many equal answers in a row, or too fast", yesOrNo(), "");
        instrument.items().forEach(this::addAnswer);
        instrument.scoredItems().forEach(this::addItemScore);
        instrument.scales().forEach(this::addScale);
    }

    Instrument instrument() {
        return instrument;
    }

    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    private void addAnswer(Item item) {
        String wordings = instrument.wordings().stream()
                .map(wording -> text.item(item, wording))
                .distinct()
                .collect(joining(" / "));
        add(item.id(), Kind.ANSWER, wordings, options(item), about(item));
    }

    private void addItemScore(Item item) {
        String scales = instrument.scales().stream()
                .filter(scale -> scale.items().contains(item))
                .map(scale -> text.scale(scale).name())
                .collect(joining(", "));
        String label = "%s on %s, after keying".formatted(item.id(), scales);
        add(item.id() + "_keyed", Kind.ITEM_SCORE, label, Map.of(), keying(item));
    }

    private void addScale(Scale scale) {
        String name = text.scale(scale).name();
        String items = scale.items().stream().map(Item::id).collect(joining(" "));
        add(scale.id() + "_answered", Kind.COUNT, name + ": how many of its items were answered", Map.of(), items);
        add(
                scale.id(),
                Kind.SCALE_SCORE,
                "%s: %s of the answered items, after keying"
                        .formatted(name, scale.method() == ScoringMethod.SUM ? "sum" : "mean"),
                Map.of(),
                "needs %s of %s items%s"
                        .formatted(
                                scale.minimumAnswered(),
                                scale.items().size(),
                                scale.transform().isNone() ? "" : "; then " + scale.transform()));
        add(scale.id() + "_band", Kind.TEXT, name + ": score band", bands(scale), "");
    }

    private String about(Item item) {
        String where = instrument
                .scaleOf(item)
                .map(scale -> "%s, %s".formatted(text.scale(scale).name(), keying(item)))
                .orElse("not scored");
        return item.claim()
                .map(claim -> "%s; claim %s: %s".formatted(where, claim, text.claim(claim)))
                .orElse(where);
    }

    private String keying(Item item) {
        var responseScale = item.responseScale();
        return item.keying() == Keying.FORWARD
                ? "keyed forward"
                : "keyed in reverse: %s − answer".formatted(responseScale.lowest() + responseScale.highest());
    }

    /** Options with the same value share a line. */
    private Map<String, String> options(Item item) {
        var values = new LinkedHashMap<String, String>();
        for (ResponseOption option : item.responseScale().options()) {
            values.merge(Integer.toString(option.value()), text.option(option), "%s / %s"::formatted);
        }
        return values;
    }

    private Map<String, String> bands(Scale scale) {
        var values = new LinkedHashMap<String, String>();
        for (ScoreBand band : scale.bands()) {
            values.put(
                    band.id(),
                    "%s, from %s"
                                    .formatted(
                                            text.scale(scale).band(band),
                                            band.from().toPlainString())
                            + (scale.bandsSource().isPresent()
                                    ? " to " + band.to().toPlainString()
                                    : ""));
        }
        return values;
    }

    private static Map<String, String> wordings() {
        var values = new LinkedHashMap<String, String>();
        values.put("current", "a relationship now");
        values.put("past", "one that is over");
        return values;
    }

    private static Map<String, String> yesOrNo() {
        var values = new LinkedHashMap<String, String>();
        values.put("0", "no");
        values.put("1", "yes");
        return values;
    }

    private void add(String id, Kind kind, String label, Map<String, String> values, String about) {
        variables.put(id + " " + kind, new Variable(names.take(id), kind, label, values, about));
    }

    /** The column of a scale's score. */
    String nameOf(Scale scale) {
        return variable(scale.id(), Kind.SCALE_SCORE).name();
    }

    /** The column of an item after keying. */
    String keyedNameOf(Item item) {
        return variable(item.id() + "_keyed", Kind.ITEM_SCORE).name();
    }

    private Variable variable(String id, Kind kind) {
        return Objects.requireNonNull(variables.get(id + " " + kind), id);
    }

    /** The columns' names, in order. */
    List<String> header() {
        List<String> header = new ArrayList<>();
        variables().forEach(variable -> header.add(variable.name()));
        return header;
    }

    /** The codebook as a table of its own. */
    List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variable", "form", "label", "values", "about"));
        for (Variable variable : variables()) {
            String values = variable.values().entrySet().stream()
                    .map(value -> value.getKey() + " = " + value.getValue())
                    .collect(joining("; "));
            rows.add(List.of(variable.name(), variable.form(), variable.label(), values, variable.about()));
        }
        return rows;
    }
}
