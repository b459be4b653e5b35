package io.cloudpbx.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingJavaTest {
    private static final String BASIC_PROGRAMS = "/usr/bin:/bin";

    @TempDir
    private Path machine;

    private Path jdks;
    private Installation installation;

    @BeforeEach
    void aMachineWithAnOlderJavaAsItsDefault() throws IOException {
        jdks = Files.createDirectories(machine.resolve("jdks"));
        installation = Installation.withoutPrograms(machine);
        jdk("old", "17.0.15");
    }

    @Test
    void a_jdk_25_is_found_beside_an_older_default() throws Exception {
        Path wanted = jdk("temurin 25", "25.0.3");

        assertThat(doctor(Map.of())).contains("JDK 25 is in " + wanted + ".");
    }

    @Test
    void a_newer_jdk_will_do() throws Exception {
        Path newer = jdk("new", "27");

        assertThat(doctor(Map.of())).contains("JDK 27 is in " + newer + ".");
    }

    @Test
    void java_home_is_taken_before_others_when_it_is_new_enough() throws Exception {
        jdk("another", "25.0.1");
        Path mine = jdkIn(machine.resolve("mine"), "26.0.1");

        assertThat(doctor(Map.of("JAVA_HOME", mine.toString()))).contains("JDK 26 is in " + mine + ".");
    }

    @Test
    void java_on_the_path_is_followed_through_its_links() throws Exception {
        Path real = jdkIn(machine.resolve("elsewhere"), "25.0.3");
        Path links = Files.createDirectories(machine.resolve("links"));
        Path alternative = Files.createSymbolicLink(links.resolve("alternative"), real.resolve("bin/java"));
        Files.createSymbolicLink(links.resolve("java"), alternative.getFileName());

        assertThat(doctor(Map.of("PATH", links + ":" + BASIC_PROGRAMS))).contains("JDK 25 is in " + real + ".");
    }

    @Test
    void the_setting_is_taken_first_and_never_passed_over() throws Exception {
        jdk("good", "25.0.3");
        Path chosen = jdkIn(machine.resolve("chosen"), "21.0.2");

        assertThat(doctor(Map.of("CLOUDPBX_JAVA_HOME", chosen.toString())))
                .contains("CLOUDPBX_JAVA_HOME is " + chosen + ", but there is no JDK 25 or newer in it.");
    }

    @Test
    void a_folder_that_only_looks_like_a_jdk_is_passed_over() throws Exception {
        Path hollow = Files.createDirectories(jdks.resolve("a-hollow-one"));
        Files.writeString(hollow.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        Files.writeString(jdk("a-strange-one", "25").resolve("release"), "JAVA_VERSION=\"unknown\"\n");
        Path wanted = jdk("z-good", "25.0.3");

        assertThat(doctor(Map.of())).contains("JDK 25 is in " + wanted + ".");
    }

    @Test
    void without_a_jdk_one_sentence_says_how_to_get_one() throws Exception {
        try (Launch demo = installation.launch(environment(Map.of("CLOUDPBX_PORT", "1")), "demo")) {
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.said())
                    .startsWith("cloudpbx: no JDK 25 or newer was found on this machine; ")
                    .containsAnyOf("install one with: ", "get one from ")
                    .hasLineCount(1);
        }
    }

    @Test
    void without_maven_one_sentence_says_how_to_get_it() throws Exception {
        jdk("good", "25.0.3");
        Path programs = Files.createDirectories(machine.resolve("programs"));
        for (String program : new String[] {"bash", "dirname", "basename", "readlink", "head", "find", "sed", "env"}) {
            script(programs.resolve(program), "exec /usr/bin/" + program + " \"$@\"");
        }

        try (Launch demo = installation.launch(environment(Map.of("PATH", programs.toString())), "demo")) {
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.said())
                    .startsWith("cloudpbx: Maven 3.6.3 or newer is needed to build CloudPBX; install it")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_maven_that_is_too_old_is_named() throws Exception {
        jdk("good", "25.0.3");
        Path programs = Files.createDirectories(machine.resolve("programs"));
        script(programs.resolve("mvn"), "echo 'Apache Maven 3.5.4 (abc)'");

        try (Launch demo = installation.launch(environment(Map.of("PATH", programs + ":" + BASIC_PROGRAMS)), "demo")) {
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.said()).startsWith("cloudpbx: Maven 3.5.4 is too old; 3.6.3 or newer is needed");
        }
    }

    private String doctor(Map<String, String> changes) throws IOException, InterruptedException {
        try (Launch doctor = installation.launch(environment(changes), "doctor")) {
            doctor.exitCode();
            return doctor.said();
        } catch (IOException | InterruptedException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<String, String> environment(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME", machine.toString(),
                "JAVA_HOME", jdks.resolve("old").toString(),
                "PATH", jdks.resolve("old/bin") + ":" + BASIC_PROGRAMS,
                "CLOUDPBX_JDK_FOLDERS", jdks.toString()));
        environment.putAll(changes);
        return environment;
    }

    private Path jdk(String name, String version) throws IOException {
        return jdkIn(jdks.resolve(name), version);
    }

    private static Path jdkIn(Path folder, String version) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(programs.resolve("java"), "exit 1");
        script(programs.resolve("javac"), "exit 1");
        return folder;
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
