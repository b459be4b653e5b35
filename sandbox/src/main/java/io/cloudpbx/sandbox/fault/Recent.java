package io.cloudpbx.sandbox.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the latest few; not safe for several threads. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int kept;

    Recent(int kept) {
        this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > kept;
    }
}
