package org.threesigns;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Each package uses only those that its {@code package-info} names, in one direction. */
@Tag("once")
class ModularityTests {

    private static final ApplicationModules PACKAGES = ApplicationModules.of(ThreeSignsApplication.class);
    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final Path DIAGRAM = Path.of("target/packages.md");
    private static final Pattern MERMAID = Pattern.compile("^```mermaid$.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void packagesUseOnlyThoseTheyMay() {
        PACKAGES.verify();
    }

    @Test
    void theArchitecturePageShowsThePackagesAsTheyAre() throws IOException {
        var used = new TreeMap<String, Set<String>>();
        PACKAGES.forEach(user -> used.put(name(user), usedBy(user)));
        String diagram = used.keySet().stream()
                .flatMap(user -> arrows(user, used))
                .collect(joining("\n", "```mermaid\nflowchart TD\n", "\n```"));
        Files.writeString(DIAGRAM, diagram);

        assertThat(MERMAID.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
                .as("the diagram of %s; if packages changed, put that of %s in its place", PAGE, DIAGRAM)
                .containsExactly(diagram);
    }

    private static Set<String> usedBy(ApplicationModule user) {
        return user.getDirectDependencies(PACKAGES)
                .uniqueModules()
                .map(ModularityTests::name)
                .collect(toCollection(TreeSet::new));
    }

    /** What a package also reaches through another is left out: a picture of all arrows shows nothing. */
    private static Stream<String> arrows(String user, Map<String, Set<String>> used) {
        Set<String> direct = used.getOrDefault(user, Set.of());
        return direct.stream()
                .filter(one -> direct.stream().noneMatch(other -> reaches(other, one, used)))
                .map(one -> "  %s --> %s".formatted(user, one));
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> used) {
        return used.getOrDefault(from, Set.of()).stream().anyMatch(next -> next.equals(to) || reaches(next, to, used));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
