package io.cloudpbx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern SETTING = Pattern.compile("\\b[A-Z]{3,}(?:_[A-Z]+)+\\b");
    /** Java's own, which everybody knows. */
    private static final Set<String> OF_OTHERS = Set.of("JAVA_HOME");

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_somewhere(Path page) throws IOException {
        assertThat(found(LINK, Files.readString(page)).map(link -> link.group(1)))
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void settings_are_read_by_a_program(Path page) throws IOException {
        Set<String> named = settings(Files.readString(page));
        named.removeAll(OF_OTHERS);

        assertThat(settingsInCode()).containsAll(named);
    }

    @Test
    void the_readme_names_the_settings_that_the_launcher_offers() throws IOException {
        Set<String> offered = settings(Files.readString(PROJECT.resolve("cloudpbx"))
                .replaceAll("(?s)^.*?Settings, from the environment", "")
                .replaceAll("(?s)\\nTEXT.*", ""));

        assertThat(offered).hasSizeGreaterThan(3);
        assertThat(settings(Files.readString(PROJECT.resolve("README.md")))).containsAll(offered);
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(PROJECT.resolve("README.md"), PROJECT.resolve("CHANGELOG.md")),
                    docs.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    private static Set<String> settingsInCode() throws IOException {
        try (Stream<Path> files = Stream.of("cloudpbx", "build", "pbx/src/main", "sandbox/src/main")
                .flatMap(name -> walk(PROJECT.resolve(name)))) {
            return files.filter(file -> file.toString().matches(".*(\\.(java|yml|sh)|/cloudpbx)"))
                    .flatMap(file -> settings(text(file)).stream())
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> walk(Path start) {
        try {
            return Files.walk(start).filter(Files::isRegularFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> settings(String text) {
        return found(SETTING, text).map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
