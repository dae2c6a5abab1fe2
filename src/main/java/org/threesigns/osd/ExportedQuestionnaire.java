package org.threesigns.osd;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An instrument as a file in the format.
 *
 * @param name of the file
 * @param leftOut what of the instrument is not in it, in words
 */
record ExportedQuestionnaire(String name, String content, List<String> leftOut) {

    ExportedQuestionnaire {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Writes the instrument, and reads what was written.
     *
     * @throws UnsupportedFeatureException if the format cannot say all that is asked and scored
     */
    static ExportedQuestionnaire of(Instrument instrument) throws IOException {
        var loss = new UnsupportedFeatures(instrument);
        if (!loss.refused().isEmpty()) {
            throw new UnsupportedFeatureException(loss.refused());
        }
        String content = text(DefinitionWriter.write(instrument));
        requireTheSame(
                instrument,
                QuestionnaireConverter.convert(OsdDefinition.parse(content, Map.of()))
                        .read());
        return new ExportedQuestionnaire(instrument.id() + ".osd", content, loss.leftOut());
    }

    private static String text(ObjectNode file) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    private static void requireTheSame(Instrument instrument, Instrument again) {
        if (!withoutVersion(again).equals(withoutVersion(instrument))
                || !again.items().stream()
                        .map(Item::id)
                        .toList()
                        .equals(instrument.items().stream().map(Item::id).toList())) {
            throw new UnsupportedFeatureException(
                    List.of("%s: what was written reads otherwise; please report this".formatted(instrument.id())));
        }
    }

    /** The format has no whole numbers for versions, and a file that is read becomes version 1. */
    private static ObjectNode withoutVersion(Instrument instrument) {
        ObjectNode file = DefinitionWriter.write(instrument);
        file.withObject("/definition/scale_info").remove("version");
        return file;
    }
}
