package io.cloudpbx.hooks;

import java.net.URI;
import java.util.Set;

/** What a person says about an endpoint. */
public record EndpointWish(URI url, String description, Set<EventType> types) {
    public EndpointWish {
        types = Set.copyOf(types);
    }
}
