package org.threesigns.export;

import java.io.StringWriter;
import java.util.List;
import org.threesigns.instrument.Instrument;
import org.threesigns.publication.PublishedRow;

/** What the export writes of some results. */
public final class ExportedFile {

    private ExportedFile() {}

    public static String of(Instrument instrument, List<PublishedRow> rows) {
        var text = new StringWriter();
        var csv = new Csv(text);
        csv.row(new Codebook(instrument).header());
        rows.forEach(row -> csv.row(ResponseRow.cells(instrument, row)));
        return text.toString();
    }
}
