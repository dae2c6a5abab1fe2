package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a content file that knows its file and line, so that a problem can be reported there. Every reading method
 * throws {@link BrokenContentException} if the value is not what is expected.
 */
public final class ContentNode {

    /** More than any figure needs. What is computed of a number such as 1e1000000000 would take for ever. */
    private static final int MOST_DIGITS = 30;

    private final String file;
    private final Node node;
    private @Nullable Map<String, ContentNode> entries;

    private ContentNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a YAML file of UTF-8 text. */
    public static ContentNode read(Resource resource) {
        var file = ContentFile.read(resource);
        return new ContentNode(file.name(), file.root());
    }

    /** What is wrong with this value, to be thrown. */
    public BrokenContentException problem(String problem, String remedy) {
        return new BrokenContentException(file, node.getStartMark().getLine() + 1, problem, remedy);
    }

    /** Refuses a file that says it is in another language than its name does. */
    public void requireLanguage(String language) {
        ContentNode said = get("language");
        if (!said.text().equals(language)) {
            throw said.problem("The file's name says '%s'.".formatted(language), "Let both name the same language.");
        }
    }

    /** The value of this key, which is required. */
    public ContentNode get(String key) {
        return find(key)
                .orElseThrow(() -> problem("'%s' is missing.".formatted(key), "Add '%s: …' here.".formatted(key)));
    }

    public Optional<ContentNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The entries of a mapping, in the order of the file; duplicate keys are refused. */
    public Map<String, ContentNode> entries() {
        if (entries == null) {
            entries = readEntries();
        }
        return entries;
    }

    private Map<String, ContentNode> readEntries() {
        var read = new LinkedHashMap<String, ContentNode>();
        for (var entry : pairs()) {
            var key = new ContentNode(file, entry.getKeyNode());
            if (read.put(key.text(), new ContentNode(file, entry.getValueNode())) != null) {
                throw key.problem("'%s' is there twice.".formatted(key.text()), "Remove one of the two.");
            }
        }
        return Collections.unmodifiableMap(read);
    }

    private List<NodeTuple> pairs() {
        if (!(node instanceof MappingNode mapping)) {
            throw problem("Here a group of 'key: value' lines is expected.", "Write 'key: value' lines, indented.");
        }
        return mapping.getValue();
    }

    /** The keys of a mapping, in the order of the file. */
    List<ContentNode> keys() {
        entries();
        return pairs().stream()
                .map(entry -> new ContentNode(file, entry.getKeyNode()))
                .toList();
    }

    /** Refuses a mapping that has not exactly these keys. */
    public void requireKeys(Set<String> keys) {
        var problems = new Problems();
        problems.check(() -> allowOnly(keys));
        keys.stream().sorted().forEach(key -> problems.check(() -> get(key)));
        problems.throwIfAny();
    }

    /** Refuses other keys than these, and duplicates. */
    public void allowOnly(Set<String> known) {
        Problems.checkEach(keys(), key -> {
            if (!known.contains(key.text())) {
                String remedy = known.isEmpty() ? "" : ", or correct it to one of: " + sorted(known);
                throw key.problem("'%s' is not known here.".formatted(key.text()), "Remove it" + remedy + ".");
            }
        });
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    /** The text, which names one of these. */
    public String known(String kind, Set<String> known) {
        if (!known.contains(text())) {
            throw unknown(kind, known);
        }
        return text();
    }

    /** What the text names. */
    public <T> T lookUp(String kind, Map<String, T> known) {
        return Optional.ofNullable(known.get(text())).orElseThrow(() -> unknown(kind, known.keySet()));
    }

    /** The problem that this value names something that does not exist. */
    BrokenContentException unknown(String kind, Set<String> known) {
        return problem(
                "There is no %s '%s'.".formatted(kind, text()),
                known.isEmpty() ? "Remove it." : "Correct it to one of: " + sorted(known) + ".");
    }

    public List<ContentNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem("Here a list is expected.", "Write '[first, second]', or a line with '- ' for each.");
        }
        return sequence.getValue().stream()
                .map(element -> new ContentNode(file, element))
                .toList();
    }

    /** The texts of a list without duplicates. */
    public List<String> distinctTexts() {
        var texts = new LinkedHashSet<String>();
        Problems.checkEach(list(), element -> {
            if (!texts.add(element.text())) {
                throw element.problem("'%s' is there twice.".formatted(element.text()), "Remove one of the two.");
            }
        });
        return List.copyOf(texts);
    }

    /** The keys of a list without duplicates. */
    public List<String> distinctKeys() {
        var keys = new LinkedHashSet<String>();
        Problems.checkEach(list(), element -> element.keyNotIn(keys));
        return List.copyOf(keys);
    }

    /** A key that is not yet in {@code taken}, and is added to it. Keys that differ in case alone count as the same. */
    public String keyNotIn(Set<String> taken) {
        String key = key();
        if (taken.stream().anyMatch(key::equalsIgnoreCase) || !taken.add(key)) {
            throw problem("'%s' is there twice.".formatted(key), "Rename or remove one of the two.");
        }
        return key;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isGroup() {
        return node instanceof MappingNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** A text that is not blank. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            throw problem("Here a text is expected.", "Write the text, in double quotes if it has a colon.");
        }
        return scalar.getValue().strip();
    }

    /**
     * A text that can be a key in forms, addresses and files: a letter, then letters, digits, hyphens and underscores, at
     * most 50. So the columns that exports derive from it stay within the 64 letters of a name in SPSS.
     */
    public String key() {
        String key = text();
        if (!key.matches("[A-Za-z][A-Za-z0-9_-]{0,49}")) {
            throw problem(
                    "'%s' cannot be a key.".formatted(key),
                    "Start with a letter and use only letters, digits, hyphens and underscores, at most 50.");
        }
        return key;
    }

    /** A whole number within these bounds, both included. */
    public int wholeNumber(int least, int most) {
        var number = parse(BigDecimal::new, "a whole number");
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw problem(
                    "%s is not a whole number from %s to %s.".formatted(text(), least, most),
                    "Choose one in that range.");
        }
        return number.intValueExact();
    }

    /** A decimal number of up to 30 digits, exactly as written. */
    public BigDecimal decimal() {
        BigDecimal number = parse(BigDecimal::new, "a number");
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw problem("The number is too long.", "Write at most %s digits.".formatted(MOST_DIGITS));
        }
        return number;
    }

    /** A decimal number of 0 or more, exactly as written. */
    public BigDecimal decimalNotNegative() {
        var number = decimal();
        if (number.signum() < 0) {
            throw problem(text() + " is below 0.", "Write 0 or more.");
        }
        return number;
    }

    public boolean yesOrNo() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem("'%s' is neither true nor false.".formatted(text()), "Write true or false.");
        };
    }

    boolean yesOrNo(String key, boolean otherwise) {
        return find(key).map(ContentNode::yesOrNo).orElse(otherwise);
    }

    public <E extends Enum<E>> E oneOf(Class<E> constants) {
        return oneOf(EnumSet.allOf(constants));
    }

    /** One of these constants, written in lower case. */
    <E extends Enum<E>> E oneOf(EnumSet<E> constants) {
        var words = new LinkedHashMap<String, E>();
        constants.forEach(each -> words.put(each.name().toLowerCase(Locale.ROOT), each));
        return Optional.ofNullable(words.get(text()))
                .orElseThrow(() -> problem(
                        "'%s' is not known here.".formatted(text()),
                        "Write one of: %s.".formatted(String.join(", ", words.keySet()))));
    }

    /** An address on the web with one of these schemes. */
    URI webAddress(String... schemes) {
        URI address = parse(URI::create, "a web address");
        if (address.getHost() == null || Stream.of(schemes).noneMatch(scheme -> scheme.equals(address.getScheme()))) {
            throw problem("'%s' is not a web address.".formatted(text()), "Start it with https://.");
        }
        return address;
    }

    /** The constant that stands at this key. */
    public <E extends Enum<E>> E oneOf(String key, E otherwise) {
        return find(key).map(word -> word.oneOf(otherwise.getDeclaringClass())).orElse(otherwise);
    }

    /** The text, parsed; what the parser refuses becomes a problem at this line. */
    public <T> T parse(Function<String, T> parser, String expected) {
        try {
            return parser.apply(text());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem("'%s' is not %s.".formatted(text(), expected), "Write " + expected + ".");
        }
    }
}
