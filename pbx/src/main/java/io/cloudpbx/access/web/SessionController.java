package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Demo;
import io.cloudpbx.access.account.SignIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out: {@code /api/session}. Who is signed in is answered by the dashboard. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final SignIn signIn;
    private final Demo demo;
    private final Sessions sessions;
    private final Audit audit;

    SessionController(SignIn signIn, Demo demo, Sessions sessions, Audit audit) {
        this.signIn = signIn;
        this.demo = demo;
        this.sessions = sessions;
        this.audit = audit;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 1000) String password,
            @Nullable @Size(max = 100) String code) {
        @Override
        public String toString() {
            return "Credentials[****]";
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        String code = Objects.requireNonNullElse(credentials.code(), "");
        sessions.begin(
                signIn.byPassword(credentials.email(), credentials.password(), code, request.getRemoteAddr()), request);
    }

    record Link(@NotBlank @Size(max = 200) String token) {
        @Override
        public String toString() {
            return "Link[****]";
        }
    }

    /** The demo's link, from this machine alone. */
    @PostMapping(path = "/link", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signInByLink(@Valid @RequestBody Link link, HttpServletRequest request) {
        SignedIn user = (isThisMachine(request) ? demo.byLink(link.token()) : Optional.<SignedIn>empty())
                .orElseThrow(() -> Problem.of(
                        401, "sign_in_failed", "This link is from an earlier start. Use the one printed last."));
        audit.record(Audit.Entry.of(user.userId(), request.getRemoteAddr(), "sign_in")
                .because("link"));
        sessions.begin(user, request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            audit.record(Audit.Entry.of(user.userId(), request.getRemoteAddr(), "sign_out"));
        }
        sessions.end(request);
    }

    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException impossible) {
            return false;
        }
    }
}
