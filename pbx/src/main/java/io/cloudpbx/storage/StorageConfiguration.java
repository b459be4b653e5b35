package io.cloudpbx.storage;

import io.cloudpbx.startup.CannotStart;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the store by {@code STORAGE_URL}. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    private static final String FILES = "file:";

    /** @param url {@code file:} and a directory, relative to where the program runs or absolute */
    @Bean
    BlobStore blobStore(@Value("${cloudpbx.storage.url}") String url) {
        if (!url.startsWith(FILES) || url.length() == FILES.length()) {
            int colon = url.indexOf(':');
            // What follows the scheme may hold keys.
            String scheme = colon < 0 ? "nothing before a colon" : "'" + url.substring(0, colon + 1) + "'";
            throw new CannotStart(
                    "STORAGE_URL begins with %s, and recordings can be kept in files only: set it to file:"
                                    .formatted(scheme)
                            + " and a directory, such as file:data/blobs.");
        }
        return new FileBlobStore(Path.of(url.substring(FILES.length()).replaceFirst("^//+", "/")));
    }
}
