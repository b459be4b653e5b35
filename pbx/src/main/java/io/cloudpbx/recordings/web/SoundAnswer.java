package io.cloudpbx.recordings.web;

import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A stored sound as a browser plays it: in ranges, kept in no cache, never by the carrier's own address. */
public final class SoundAnswer {
    private SoundAnswer() {}

    /** @param name of the file, for whoever saves it; without an ending */
    public static ResponseEntity<Resource> of(Blob blob, Sound sound, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("audio/wav"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag(sound.sha256())
                .header("Content-Disposition", "inline; filename=\"" + name + ".wav\"")
                .body(new BlobResource(blob, name + ".wav"));
    }
}
