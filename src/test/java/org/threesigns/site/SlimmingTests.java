package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlimmingTests {

    @Test
    void dropsCommentsAndIndentation() {
        String sheet = """
                /*
                 * About this sheet.
                 */
                a {
                  /* why */
                  color: red;

                }
                """;

        assertThat(Slimming.slim(sheet)).isEqualTo("a {\ncolor: red;\n}");
    }

    @Test
    void leavesAloneWhatOnlyLooksLikeAComment() {
        assertThat(Slimming.slim("const x = '/* text */'; // note")).isEqualTo("const x = '/* text */'; // note");
    }
}
