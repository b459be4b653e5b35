package io.cloudpbx.storage;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A blob in the shape from which Spring serves ranges. */
public final class BlobResource extends AbstractResource {
    private final Blob blob;
    private final String name;

    /** @param name with an ending, for whoever saves it */
    public BlobResource(Blob blob, String name) {
        this.blob = blob;
        this.name = name;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return blob.open(0);
    }

    @Override
    public long contentLength() {
        return blob.size();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getDescription() {
        return "blob " + name;
    }
}
