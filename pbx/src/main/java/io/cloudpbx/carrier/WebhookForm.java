package io.cloudpbx.carrier;

import java.util.Map;
import java.util.Optional;

/** A verified webhook's parameters. Parameters we do not know stay in it and do no harm. */
public record WebhookForm(Map<String, String> parameters) {
    /** Where the filter leaves it on the request. */
    public static final String ATTRIBUTE = "cloudpbx.webhook";

    /** The value, or empty text when it is absent: the carrier itself sends many parameters present but empty. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
