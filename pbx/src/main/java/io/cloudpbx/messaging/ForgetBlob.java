package io.cloudpbx.messaging;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.storage.BlobStore;
import org.springframework.stereotype.Component;

/** Deletes a stored file when all that spoke of it is gone; the key of the job is the file's own. */
@Component
public class ForgetBlob implements Job {
    public static final String KIND = "messaging.forget-blob";

    private final BlobStore blobs;

    ForgetBlob(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        blobs.delete(key);
        return new Outcome.Done();
    }
}
