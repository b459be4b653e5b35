package io.cloudpbx.journeys;

import io.cloudpbx.CloudPbx;
import io.cloudpbx.access.account.Secret;
import io.cloudpbx.access.store.SetUpLinks;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A phone system that nobody has set up yet, at a sandbox carrier of its own. */
final class NewInstallation implements AutoCloseable {
    private final Sandbox carrier = Sandbox.start(SandboxSettings.inMemory(30));
    private final String base;
    private final ConfigurableApplicationContext phoneSystem;

    /** @param more beside the program, such as what time it is */
    NewInstallation(Class<?>... more) {
        int port = FreePort.pick();
        base = "http://127.0.0.1:" + port;
        phoneSystem = new SpringApplicationBuilder(CloudPbx.class)
                .sources(more)
                .run(
                        "--server.port=" + port,
                        "--public.url=" + base,
                        "--cloudpbx.public-url=" + base,
                        "--cloudpbx.phone-url=" + carrier.baseUrl() + "/phone/",
                        "--cloudpbx.data=" + temporaryFolder(),
                        "--cloudpbx.database.url=" + TestDatabase.fresh().url(),
                        "--twilio.base-url=" + carrier.baseUrl(),
                        "--twilio.account-sid=AC00000000000000000000000000000001",
                        "--twilio.auth-token=sandbox",
                        "--twilio.toll-free-number=" + Outside.MAIN_NUMBER);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("cloudpbx-new");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String base() {
        return base;
    }

    Outside outside() {
        return new Outside(carrier.baseUrl());
    }

    /** What is printed where the program was started. */
    String setUpLink() {
        Secret secret = Secret.fresh();
        phoneSystem.getBean(SetUpLinks.class).add(secret.hash(), Instant.now().plus(Duration.ofDays(3)));
        return base + "/setup/" + secret.text();
    }

    @Override
    public void close() {
        phoneSystem.close();
        carrier.close();
    }
}
