package io.cloudpbx.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpbx.hooks.send.SigningSecret;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/webhooks.md} shows receivers, run against a request that was really sent while two secrets were valid. */
class VerificationSamplesTest {
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");

    /** In this order: as it came, by the secret before, by another, with another body, too late, with a signature of another version. */
    private static final List<Boolean> RIGHT = List.of(true, true, false, false, false, false);

    private static final List<Case> CASES = new ArrayList<>();

    @TempDir
    private Path folder;

    /** @param now in milliseconds since 1970 */
    private record Case(Map<String, String> headers, String body, String secret, long now) {}

    @BeforeAll
    static void a_request_is_sent() {
        try (var house = new HookHouse();
                var receiver = new Receiver()) {
            var added = house.bean(Endpoints.class)
                    .add(new EndpointWish(receiver.url(), "", Set.of(EventType.CALL_ENDED)), "Dana");
            var second =
                    house.bean(Endpoints.class).rotateSecret(added.endpoint().id());
            house.happens(new Happening(
                    EventType.CALL_ENDED, "a", second.endpoint().createdAt(), null, Map.of("name", "Zoë 😀")));
            house.run(added.endpoint());
            var got = receiver.got().getFirst();
            long now = Instant.now().toEpochMilli();
            var other = new HashMap<>(got.headers());
            other.computeIfPresent("webhook-signature", (name, value) -> value.replace("v1,", "v2,"));
            String present = second.secret().text();
            CASES.add(new Case(got.headers(), got.body(), present, now));
            CASES.add(new Case(got.headers(), got.body(), added.secret().text(), now));
            CASES.add(new Case(got.headers(), got.body(), SigningSecret.fresh().text(), now));
            CASES.add(new Case(got.headers(), got.body().replace("ended", "begun"), present, now));
            CASES.add(new Case(got.headers(), got.body(), present, now + 301_000 + 60_000));
            CASES.add(new Case(other, got.body(), present, now));
        }
    }

    @AfterAll
    static void forget() {
        CASES.clear();
    }

    @Test
    void the_sample_for_node_is_right() throws Exception {
        Files.writeString(folder.resolve("sample.mjs"), sample("js"));
        String driver = """
                import { isGenuine } from './sample.mjs';
                const cases = JSON.parse(await new Response(process.stdin).text());
                console.log(JSON.stringify(cases.map((each) => isGenuine(each.headers, each.body, each.secret, each.now))));
                """;
        Files.writeString(folder.resolve("driver.mjs"), driver);

        assertThat(verdicts("node", "driver.mjs")).isEqualTo(RIGHT);
    }

    @Test
    void the_sample_for_python_is_right() throws Exception {
        assumeTrue(isThere("python3"), "Python is not needed for anything else");
        Files.writeString(folder.resolve("sample.py"), sample("python"));
        String driver = """
                import json, sys
                from sample import is_genuine
                cases = json.loads(sys.stdin.buffer.read())
                print(json.dumps([is_genuine(c["headers"], c["body"].encode(), c["secret"], c["now"] / 1000) for c in cases]))
                """;
        Files.writeString(folder.resolve("driver.py"), driver);

        assertThat(verdicts("python3", "driver.py")).isEqualTo(RIGHT);
    }

    @Test
    void the_sample_for_java_is_right() throws Exception {
        Path source = folder.resolve("Webhook.java");
        Files.writeString(source, sample("java"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "--release", "17", source.toString());
        assertThat(failed).isZero();
        try (var loader =
                URLClassLoader.newInstance(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            var isGenuine = loader.loadClass("Webhook")
                    .getMethod("isGenuine", Map.class, String.class, String.class, Instant.class);
            List<Object> verdicts = new ArrayList<>();
            for (Case each : CASES) {
                verdicts.add(isGenuine.invoke(
                        null, each.headers(), each.body(), each.secret(), Instant.ofEpochMilli(each.now())));
            }
            assertThat(verdicts).isEqualTo(RIGHT);
        }
    }

    private static String sample(String language) throws IOException {
        var found = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<Boolean> verdicts(String... command) throws Exception {
        Path input = folder.resolve("cases.json");
        Path output = folder.resolve("verdicts.json");
        Files.writeString(input, JsonMapper.shared().writeValueAsString(CASES));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return JsonMapper.shared()
                .readTree(said)
                .valueStream()
                .map(verdict -> verdict.asBoolean())
                .toList();
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
