package io.cloudpbx.bench.campaigns;

import java.time.Duration;

/** Something that keeps a node at one point of a text's way; it goes on when this is closed. */
interface Standstill extends AutoCloseable {
    boolean isReachedWithin(Duration patience) throws Exception;

    @Override
    void close();
}
