package io.cloudpbx.hooks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cloudpbx.hooks.store.EndpointRows;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What anybody wants to hear of. Asked for at whatever happens, which is often, and for most businesses the answer is nothing; so it is
 * remembered for a second, after which also the other nodes know of a new endpoint.
 */
@Component
class Wanted {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Boolean ALL = true;

    private final LoadingCache<Boolean, Set<EventType>> known;

    Wanted(EndpointRows rows) {
        known = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(all -> rows.wanted());
    }

    boolean any(EventType... types) {
        Set<EventType> wanted = known.get(ALL);
        return Arrays.stream(types).anyMatch(wanted::contains);
    }

    /** Called once the change is committed. */
    void changed() {
        known.invalidateAll();
    }
}
