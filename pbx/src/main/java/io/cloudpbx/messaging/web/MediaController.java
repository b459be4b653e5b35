package io.cloudpbx.messaging.web;

import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.PublishedMedia;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.BodyAllowance;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobResource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
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

/**
 * {@code /api/media}, for people who are signed in, and {@code /media/{key}}, for the carrier. What a browser could run is only
 * ever handed over to be saved (T7).
 */
@RestController
class MediaController {
    private final PublishedMedia media;

    MediaController(PublishedMedia media) {
        this.media = media;
    }

    @Configuration(proxyBeanMethods = false)
    static class Sizes {
        /** A byte more than is taken, so that the refusal can say what carriers take. */
        @Bean
        BodyAllowance uploads() {
            return new BodyAllowance("/api/media", (int) PublishedMedia.MOST_BYTES + 1);
        }
    }

    record Uploaded(UUID id, String type, long size) {}

    /** The body is the file. */
    @PostMapping("/api/media")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(HttpServletRequest request) throws IOException {
        Path file = Files.createTempFile("cloudpbx-upload", "");
        try {
            save(request.getInputStream(), file);
            Media kept = media.upload(file, Objects.requireNonNullElse(request.getContentType(), ""));
            Content content = Objects.requireNonNull(kept.content());
            return new Uploaded(kept.id(), content.type(), content.size());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void save(InputStream body, Path file) throws IOException {
        byte[] content = body.readNBytes((int) PublishedMedia.MOST_BYTES + 1);
        if (content.length > PublishedMedia.MOST_BYTES) {
            throw Problem.of(413, "media_too_large", "The file is larger than 5 MB, which carriers don't take.");
        }
        if (content.length == 0) {
            throw Problem.of(422, "empty_media", "The file is empty.");
        }
        Files.write(file, content);
    }

    @GetMapping("/api/media/{id}")
    ResponseEntity<Resource> show(@PathVariable UUID id) {
        return media.find(id).map(this::served).orElseThrow(MediaController::notFound);
    }

    @GetMapping("/media/{key}")
    ResponseEntity<Resource> publish(@PathVariable String key) {
        return media.published(key).map(this::served).orElseThrow(MediaController::notFound);
    }

    private ResponseEntity<Resource> served(Media kept) {
        Blob blob = media.content(kept).orElseThrow(MediaController::notFound);
        Content content = Objects.requireNonNull(kept.content());
        String name = name(kept.id(), content.type());
        boolean shown = io.cloudpbx.messaging.MediaType.isShown(content.type());
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(content.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag(content.sha256())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", (shown ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .body(new BlobResource(blob, name));
    }

    private static String name(UUID id, String type) {
        return id + "." + type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
    }

    private static Problem notFound() {
        return Problem.notFound("media_not_found", "There is no such file.");
    }
}
