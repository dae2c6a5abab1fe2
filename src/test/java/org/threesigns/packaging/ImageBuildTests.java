package org.threesigns.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The image's build downloads no library that only tests need. */
class ImageBuildTests {

    /** Packs the static files, which the tests unpack as well. */
    private static final String NEEDED_BY_THE_BUILD = "brotli4j";

    @Test
    void whatTheTestsAreMadeOfIsInAProfileThatTheImageDoesWithout() throws Exception {
        assertThat(texts("/project/dependencies/dependency[scope='test']/artifactId"))
                .containsExactly(NEEDED_BY_THE_BUILD);
        assertThat(texts("/project/profiles/profile[activation/property/name='maven.test.skip']/id"))
                .containsExactly("tests");
        assertThat(Dockerfile.read().run("mvnw")).contains(" -Dmaven.test.skip ");
    }

    private static List<String> texts(String path) throws Exception {
        // Without its name space, which each step of a path would have to repeat.
        String pom = Files.readString(Path.of("pom.xml")).replaceFirst(" xmlns=\"[^\"]+\"", "");
        var found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(path, new InputSource(new StringReader(pom)), XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
