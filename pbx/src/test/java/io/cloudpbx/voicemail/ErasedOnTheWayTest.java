package io.cloudpbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A message's sound comes home: it may have been erased by then, as whoever left it is forgotten. */
@WebTest
class ErasedOnTheWayTest {
    private static final Sound SOUND = new Sound(3, "abc", Duration.ofSeconds(2), List.of());

    @Autowired
    private Voicemails voicemails;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private Voicemail withSound() throws IOException {
        String id = UUID.randomUUID().toString();
        var recording = new CarrierId("RE" + id);
        voicemails.received(new ReceivedRecording(recording, new CarrierId("CA" + id), null, null));
        Voicemail voicemail = voicemails.fetching(recording).orElseThrow();
        blobs.put(voicemail.blobKey(), Files.writeString(folder.resolve("sound"), "abc"));
        return voicemail;
    }

    @Test
    void sound_of_a_message_that_is_gone_goes_too_and_that_of_others_stays() throws IOException {
        Voicemail here = withSound();
        Voicemail gone = withSound();
        jdbc.sql("delete from voicemail where id = ?").param(gone.id()).update();

        voicemails.stored(here, SOUND);
        voicemails.stored(here, SOUND);
        voicemails.stored(gone, SOUND);

        await().until(() -> blobs.find(gone.blobKey()).isEmpty());
        assertThat(blobs.find(here.blobKey())).isPresent();
        jdbc.sql("delete from voicemail where id = ?").param(here.id()).update();
    }
}
