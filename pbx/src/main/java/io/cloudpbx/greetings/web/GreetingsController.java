package io.cloudpbx.greetings.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.greetings.Greeting;
import io.cloudpbx.greetings.Greetings;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.BodyAllowance;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobResource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/greetings}, for people who are signed in, and {@code /greetings/{name}}, for the carrier. */
@RestController
class GreetingsController {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Greetings greetings;

    GreetingsController(Greetings greetings) {
        this.greetings = greetings;
    }

    @Configuration(proxyBeanMethods = false)
    static class Sizes {
        /** A byte more than is taken, so that the refusal can say what is. */
        @Bean
        BodyAllowance greetingUploads() {
            return new BodyAllowance("/api/greetings", MOST_BYTES + 1);
        }
    }

    /** The body is the file. The same file again is the same greeting. */
    @PostMapping("/api/greetings")
    @ResponseStatus(HttpStatus.CREATED)
    GreetingView upload(HttpServletRequest request, SignedIn who) throws IOException {
        Path file = Files.createTempFile("cloudpbx-greeting", "");
        try {
            save(request.getInputStream(), file);
            return GreetingView.of(greetings.keep(file, who.name()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void save(InputStream body, Path file) throws IOException {
        byte[] content = body.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw Problem.of(413, "sound_too_large", "The file is larger than 10 MB. Save it as MP3.");
        }
        if (content.length == 0) {
            throw Problem.of(422, "empty_sound", "The file is empty.");
        }
        Files.write(file, content);
    }

    @GetMapping("/api/greetings/{name}")
    GreetingView show(@PathVariable String name) {
        return GreetingView.of(known(name));
    }

    @GetMapping("/api/greetings/{name}/audio")
    ResponseEntity<Resource> hear(@PathVariable String name) {
        return served(known(name), CacheControl.noStore().cachePrivate());
    }

    /** What goes by this name never changes, so whoever has fetched it need not fetch it again. */
    @GetMapping("/greetings/{name}")
    ResponseEntity<Resource> play(@PathVariable String name) {
        return served(known(name), CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }

    private Greeting known(String name) {
        return greetings.find(name).orElseThrow(GreetingsController::notFound);
    }

    private ResponseEntity<Resource> served(Greeting greeting, CacheControl caching) {
        Blob blob = greetings.content(greeting).orElseThrow(GreetingsController::notFound);
        String type = greeting.sound().type();
        String name = "greeting-" + greeting.name().substring(0, 12) + (type.equals("audio/wav") ? ".wav" : ".mp3");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(caching)
                .eTag(greeting.name())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(new BlobResource(blob, name));
    }

    private static Problem notFound() {
        return Problem.notFound("greeting_not_found", "There is no such greeting.");
    }
}
