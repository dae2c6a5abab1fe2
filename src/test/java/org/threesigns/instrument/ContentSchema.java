package org.threesigns.instrument;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of one kind of content file, as an editor uses it. */
final class ContentSchema {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ContentSchema INSTRUMENT = new ContentSchema("instrument");
    private static final ContentSchema WORDS = new ContentSchema("words");
    private static final ContentSchema SUPPORT = new ContentSchema("support");
    static final ContentSchema GUIDANCE = new ContentSchema("guidance");

    private final Path path;
    private final Schema schema;

    private ContentSchema(String kind) {
        path = Path.of("docs/schema/%s.schema.json".formatted(kind));
        try {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one for a file of this name. */
    static ContentSchema of(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.equals("instrument.yaml")) {
            return INSTRUMENT;
        }
        if (name.startsWith("support.")) {
            return SUPPORT;
        }
        return name.startsWith("guidance.") ? GUIDANCE : WORDS;
    }

    Path path() {
        return path;
    }

    /** What the schema has against this text. */
    List<String> validate(String yaml) {
        var options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false);
        var dump = new DumperOptions();
        Object content = new Yaml(
                        new SafeConstructor(options), new Representer(dump), dump, options, new CoreResolver())
                .load(yaml);
        return schema.validate(JSON.<JsonNode>valueToTree(content)).stream()
                .map(String::valueOf)
                .toList();
    }

    /** Plain values as YAML 1.2 reads them, and so editors: "no" is a text, and a date is one too. */
    private static final class CoreResolver extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+"), "-+0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?[0-9]*\\.[0-9]+"), "-+0123456789.");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
        }
    }
}
