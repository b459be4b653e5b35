package io.cloudpbx.pages.web;

import io.cloudpbx.pages.Build;
import io.cloudpbx.problems.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page there is; the script in it shows what belongs to the address. */
@Controller
class ShellController {
    /** How {@code index.html} writes the path of its files. */
    private static final String ANY_BUILD = "/a/dev/";

    private final Build build;

    ShellController(Build build) {
        this.build = build;
    }

    @GetMapping(
            path = {
                "/",
                "/sign-in",
                "/sign-in/{token}",
                "/setup/{token}",
                "/join/{token}",
                "/new-password/{token}",
                "/second-factor",
                "/first-steps",
                "/first-steps/{id}",
                "/inbox",
                "/inbox/{id}",
                "/calls",
                "/calls/missed",
                "/calls/missed/{id}",
                "/calls/wallboard",
                "/calls/{id}",
                "/voicemail",
                "/voicemail/{id}",
                "/campaigns",
                "/campaigns/{id}",
                "/contacts",
                "/contacts/{id}",
                "/call-flow",
                "/call-flow/{id}",
                "/receptionist",
                "/receptionist/tests",
                "/receptionist/replays",
                "/receptionist/replays/{id}",
                "/receptionist/instructions",
                "/receptionist/{id}",
                "/extensions",
                "/extensions/{id}",
                "/numbers",
                "/analytics",
                "/settings",
                "/settings/{section}",
                "/phone",
                "/api/docs"
            })
    ResponseEntity<String> shell() throws IOException {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(page().replace(ANY_BUILD, build.path()));
    }

    private static String page() throws IOException {
        return Optional.of(new ClassPathResource("static/index.html"))
                .filter(ClassPathResource::exists)
                .orElseThrow(() -> Problem.notFound("not_found", "This build has no pages."))
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
