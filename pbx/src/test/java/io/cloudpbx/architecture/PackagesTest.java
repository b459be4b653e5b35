package io.cloudpbx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {
    private static final String INFO = "package-info.java";

    @ParameterizedTest
    @ValueSource(strings = {".", "../sandbox"})
    void every_package_says_what_it_is_for_and_is_null_safe(Path program) throws IOException {
        assertThat(packagesWithoutWords(code(program))).isEmpty();
        assertThat(packagesWithoutWords(tests(program)))
                .filteredOn(folder -> !Files.exists(twin(folder, program)))
                .isEmpty();
    }

    /** The twin would hide the original, and with it the list of what a module may use. */
    @ParameterizedTest
    @ValueSource(strings = {".", "../sandbox"})
    void tests_describe_no_package_that_is_described_already(Path program) throws IOException {
        assertThat(packages(tests(program)))
                .filteredOn(folder -> Files.exists(folder.resolve(INFO)) && Files.exists(twin(folder, program)))
                .isEmpty();
    }

    @Test
    void a_package_without_a_sentence_is_noticed(@TempDir Path sources) throws IOException {
        Path silent = Files.createDirectories(sources.resolve("silent"));
        Files.writeString(silent.resolve("Silent.java"), "package silent; class Silent {}");
        Files.writeString(silent.resolve(INFO), "@NullMarked package silent;");

        assertThat(packagesWithoutWords(sources)).containsExactly(silent);
    }

    @Test
    void a_package_without_null_marks_is_noticed(@TempDir Path sources) throws IOException {
        Path unmarked = Files.createDirectories(sources.resolve("unmarked"));
        Files.writeString(unmarked.resolve("Unmarked.java"), "package unmarked; class Unmarked {}");
        Files.writeString(unmarked.resolve(INFO), "/** Has a purpose. */ package unmarked;");

        assertThat(packagesWithoutWords(sources)).containsExactly(unmarked);
    }

    private static Path code(Path program) {
        return program.resolve("src/main/java");
    }

    private static Path tests(Path program) {
        return program.resolve("src/test/java");
    }

    /** The description of the same package among the code that is not a test. */
    private static Path twin(Path folder, Path program) {
        return code(program).resolve(tests(program).relativize(folder)).resolve(INFO);
    }

    private static List<Path> packagesWithoutWords(Path sources) throws IOException {
        return packages(sources).stream().filter(PackagesTest::isSilent).toList();
    }

    private static List<Path> packages(Path sources) throws IOException {
        try (Stream<Path> paths = Files.walk(sources)) {
            return paths.filter(Files::isDirectory)
                    .filter(PackagesTest::hasJava)
                    .toList();
        }
    }

    private static boolean hasJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isSilent(Path folder) {
        Path info = folder.resolve(INFO);
        try {
            return !Files.exists(info)
                    || PackageSentence.read(info).isEmpty()
                    || !Files.readString(info).contains("@NullMarked");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
