package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The demo's one user: without a password, signed in by a link that lives as long as this process. */
@Component
public class Demo implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String NAME = "Dana Whitfield";
    private static final String EMAIL = "dana@harbordental.example";

    private final AccessSettings settings;
    private final Users users;
    private final Secret link = Secret.fresh();
    private final @Nullable Secret adminToken;

    Demo(AccessSettings settings, Users users) {
        this.settings = settings;
        this.users = users;
        String token = settings.adminToken();
        this.adminToken = token == null || token.isBlank() ? null : new Secret(token);
    }

    /** Before the first request is taken, so that whoever waits for the program finds the link. */
    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo()) {
            announce();
        } else if (adminToken != null) {
            log.warn("CLOUDPBX_ADMIN_TOKEN is set and has no effect: it is for the demo. Create an API token instead.");
        }
    }

    /** When the database is there, which may be later. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        if (settings.demo()) {
            user();
        }
    }

    /** @param token from a sign-in link */
    public Optional<SignedIn> byLink(String token) {
        return settings.demo() && link.matches(new Secret(token).hash()) ? Optional.of(user()) : Optional.empty();
    }

    /** @param token from an Authorization header */
    public Optional<SignedIn> byAdminToken(String token) {
        boolean matches = settings.demo() && adminToken != null && adminToken.matches(new Secret(token).hash());
        return matches ? Optional.of(user()) : Optional.empty();
    }

    private synchronized SignedIn user() {
        return users.findByEmail(EMAIL).orElseGet(() -> users.add(NAME, EMAIL, null, Role.OWNER));
    }

    private void announce() {
        String address = settings.link("/sign-in/" + link.text());
        log.info("Sign in to the demo as {}: {}", NAME, address);
        try {
            Files.createDirectories(settings.data());
            Path file = settings.data().resolve("sign-in-link");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, address + "\n");
        } catch (IOException failed) {
            log.warn("The sign-in link could not be written to a file in {}.", settings.data(), failed);
        }
    }
}
