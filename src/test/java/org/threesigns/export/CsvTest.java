package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-"})
    void whatASpreadsheetWouldRunBecomesText(String cell) {
        assertThat(written(cell)).startsWith("\"'").endsWith("\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "2.75", "-0.5", "1.0E-5", "Never", "a=b", ""})
    void numbersAndPlainWordsStayAsTheyAre(String cell) {
        assertThat(written(cell)).isEqualTo(cell + "\r\n");
    }

    @Test
    void commasQuotesAndLinesAreQuoted() {
        assertThat(written("a,b", "say \"so\"", "two\nlines", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain\r\n");
    }

    private static String written(String... cells) {
        var out = new StringWriter();
        new Csv(out).row(List.of(cells));
        return out.toString();
    }
}
