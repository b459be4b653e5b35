package io.cloudpbx.recordings;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.storage.BlobStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes stored sound once the transaction that wants it gone is committed. The key of the job is the sound's own. */
@Component
public class Erasing implements Job {
    private static final String KIND = "recordings.erase-sound";

    private final BlobStore blobs;
    private final Jobs jobs;

    Erasing(BlobStore blobs, Jobs jobs) {
        this.blobs = blobs;
        this.jobs = jobs;
    }

    /** Does no harm where there is no such sound. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String blobKey) {
        jobs.soon(KIND, blobKey);
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
