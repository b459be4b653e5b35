package io.cloudpbx.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {
    private static final Path PAGE = Path.of("../docs/architecture.md");
    private static final Path SOURCES = Path.of("src/main/java/io/cloudpbx");
    private static final String REGENERATE =
            "docs/architecture.md is not what the code is; write it anew with: ./cloudpbx test -pl pbx -am"
                    + " -Dtest=ArchitecturePageTest -Dsurefire.failIfNoSpecifiedTests=false -Darchitecture.write=true";

    private final ArchitecturePage modules = new ArchitecturePage(Modules.OURS, SOURCES);

    ArchitecturePageTest() throws IOException {}

    @Test
    void the_page_shows_the_modules_as_they_are() throws IOException {
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("architecture.write")) {
            Files.writeString(PAGE, modules.updated(page));
        }

        assertThat(Files.readString(PAGE)).as(REGENERATE).isEqualTo(modules.updated(page));
    }

    @Test
    void a_page_that_lost_an_arrow_is_noticed() throws IOException {
        String page = Files.readString(PAGE);
        String arrow = page.lines()
                .filter(line -> line.contains("-->"))
                .filter(line -> !line.startsWith("<!--"))
                .findFirst()
                .orElseThrow();

        String damaged = page.replace(arrow + "\n", "");

        assertThat(modules.updated(damaged)).isNotEqualTo(damaged);
    }

    @Test
    void a_page_without_room_for_the_modules_is_refused() {
        assertThatThrownBy(() -> modules.updated("# Architecture")).hasMessageContaining("needs the lines");
    }
}
