package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes down what {@link Instrument#fingerprint} is made of. Databases keep its hash, so not a character of it may
 * change.
 */
final class Fingerprint {

    private final Instrument instrument;
    private final InstrumentText text;

    private Fingerprint(Instrument instrument, InstrumentText text) {
        this.instrument = instrument;
        this.text = text;
    }

    /** Its fingerprint in the language of these words, as SHA-256 in hexadecimal. */
    static String of(Instrument instrument, InstrumentText text) {
        return sha256(new Fingerprint(instrument, text).content());
    }

    private String content() {
        return instrument.responseScales().stream().flatMap(this::describe).collect(joining("\n", "options\n", "\n"))
                + instrument.scales().stream().map(Fingerprint::describe).collect(joining("\n", "scales\n", "\n"))
                + instrument.items().stream().map(this::describe).collect(joining("\n", "items\n", "\n"));
    }

    private Stream<String> describe(ResponseScale scale) {
        if (!scale.isNumber()) {
            return scale.options().stream().map(option -> describe(scale, option));
        }
        String numbers = "%sfrom %s to %s by %s".formatted(named(scale), scale.lowest(), scale.highest(), scale.step());
        Stream<String> anchors = scale.options().stream()
                .flatMap(option -> text.anchor(scale, option).map(words -> option.value() + " " + words).stream());
        return Stream.concat(Stream.of(numbers), anchors);
    }

    private String describe(ResponseScale scale, ResponseOption option) {
        return named(scale) + option.id() + "=" + option.value() + " " + text.option(option);
    }

    private static String named(ResponseScale scale) {
        String input = scale.input() == InputType.CHOICE ? "" : scale.input() + " ";
        return scale.name().map(name -> name + " ").orElse("") + input;
    }

    private static String describe(Scale scale) {
        List<ScoreBand> bands = scale.bands();
        String method = scale.method() == ScoringMethod.MEAN ? "" : " " + scale.method();
        String transform = scale.transform().isNone() ? "" : " " + scale.transform();
        return scale.id() + " " + scale.minimumAnswered() + method + transform
                + bands.stream()
                        .map(band -> describe(band, band.equals(bands.get(bands.size() - 1))))
                        .collect(joining(", ", " ", ""));
    }

    private static String describe(ScoreBand band, boolean last) {
        String end = last || !band.inclusive() ? "" : " included";
        return "%s from %s to %s%s".formatted(band.id(), plain(band.from()), plain(band.to()), end);
    }

    /** The same number is the same text, however its author wrote it. */
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String describe(Item item) {
        return item.id() + " "
                + instrument.scalesOf(item).stream()
                        .map(scale -> scale.id() + describe(scale.keyed(item)))
                        .collect(joining(","))
                + " " + item.keying() + " " + named(item.responseScale())
                + instrument.wordings().stream()
                        .sorted()
                        .map(wording -> text.markedItem(item, wording).source())
                        .collect(joining(" | "))
                + (item.isConditional() ? " when " + item.condition() : "");
    }

    private static String describe(KeyedItem keyed) {
        return keyed.isUsual() ? "" : " " + keyed;
    }

    private static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
