package io.cloudpbx.forgetting;

import java.util.UUID;

/** A call of which more is to be forgotten once it is over, and for whose sake, as jobs name it. */
public record CallToForget(UUID call, UUID person) {
    private static final String AND = "/";

    /** As {@link #key} wrote it; one from before an update of ours may name the call alone, which then stands for whoever it was. */
    public static CallToForget of(String key) {
        String[] ids = key.split(AND);
        return new CallToForget(UUID.fromString(ids[0]), UUID.fromString(ids[ids.length - 1]));
    }

    public String key() {
        return call + AND + person;
    }
}
