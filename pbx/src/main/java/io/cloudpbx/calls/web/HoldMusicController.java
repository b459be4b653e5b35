package io.cloudpbx.calls.web;

import io.cloudpbx.calls.HoldMusic;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fetched by the carrier; asks no database, so that there is music without it. */
@RestController
class HoldMusicController {
    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final byte[] music = HoldMusic.wav();

    @GetMapping(HoldMusic.PATH)
    ResponseEntity<byte[]> music() {
        return ResponseEntity.ok()
                .contentType(WAV)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(music);
    }
}
