package io.cloudpbx.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CLOUDPBX_PORT", "CLOUDPBX_SANDBOX_PORT"})
    void a_taken_port_is_named_with_the_setting_that_changes_it(String setting) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(refusal(Map.of(setting, port), "demo"))
                    .startsWith(
                            "cloudpbx: port " + port + " is taken by another program; choose another with " + setting)
                    .hasLineCount(1);
        }
    }

    @Test
    void a_port_that_is_none_is_refused() throws Exception {
        assertThat(refusal(Map.of("CLOUDPBX_PORT", "http"), "demo"))
                .isEqualTo("cloudpbx: CLOUDPBX_PORT is 'http', which is not a port number.");
    }

    @Test
    void one_port_for_both_programs_is_refused() throws Exception {
        assertThat(refusal(Map.of("CLOUDPBX_PORT", "9000", "CLOUDPBX_SANDBOX_PORT", "9000"), "demo"))
                .contains("are both 9000");
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusalOf(Installation.hollow(folder), Map.of("CLOUDPBX_DATA", file + "/data"), "sandbox"))
                .isEqualTo("cloudpbx: the data folder " + file
                        + "/data cannot be written; choose another with CLOUDPBX_DATA.");
    }

    @Test
    void an_unknown_command_is_refused() throws Exception {
        assertThat(refusal(Map.of(), "dmeo"))
                .isEqualTo("cloudpbx: there is no command 'dmeo'; './cloudpbx help' lists them.");
    }

    @Test
    void a_demo_of_something_else_is_refused() throws Exception {
        assertThat(refusal(Map.of(), "demo", "nwe"))
                .isEqualTo("cloudpbx: the demo can be started as 'demo' or 'demo new', not as 'demo nwe'.");
    }

    @Test
    void a_data_folder_that_is_not_there_cannot_be_marked_as_restored() throws Exception {
        Path data = folder.resolve("nothing");

        assertThat(refusal(Map.of("CLOUDPBX_DATA", data.toString()), "restored"))
                .isEqualTo("cloudpbx: there is no data folder " + data + "; choose another with CLOUDPBX_DATA.");
    }

    @Test
    void a_data_folder_is_marked_as_restored() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));

        try (Launch launch =
                Installation.withoutPrograms(folder).launch(Map.of("CLOUDPBX_DATA", data.toString()), "restored")) {
            assertThat(launch.exitCode()).isZero();
            assertThat(launch.said()).startsWith("Marked as restored.");
        }

        assertThat(data.resolve("restored")).exists();
    }

    private String refusal(Map<String, String> environment, String... command) throws Exception {
        return refusalOf(Installation.withoutPrograms(folder), environment, command);
    }

    private static String refusalOf(Installation installation, Map<String, String> environment, String... command)
            throws Exception {
        try (Launch launch = installation.launch(environment, command)) {
            assertThat(launch.exitCode()).isEqualTo(1);
            return launch.said();
        }
    }
}
