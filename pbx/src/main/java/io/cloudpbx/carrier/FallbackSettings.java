package io.cloudpbx.carrier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code FALLBACK_URL} and {@code FALLBACK_SMS_URL}: documents on somebody else's server, which the carrier reads when ours
 * is off (R17). They share neither process nor machine with us, so they can only be files; {@link FallbackDocuments} writes them.
 */
@ConfigurationProperties("fallback")
public record FallbackSettings(@Nullable URI url, @Nullable URI smsUrl) {
    /** What is wrong with such a setting, as a sentence for the operator; empty when nothing is. */
    static Optional<String> complaint(String setting, String value, String publicUrl) {
        Optional<URI> address = address(value);
        if (address.filter(FallbackSettings::isSafe).isEmpty()) {
            return Optional.of(setting + " must be an https address, such as https://files.example.com/calls.xml.");
        }
        return address(publicUrl)
                        .filter(ours -> isSameServer(ours, address.get()))
                        .isPresent()
                ? Optional.of(setting + " is on the server that PUBLIC_URL names: put the document on another one,"
                        + " which still answers when this one is off.")
                : Optional.empty();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()) && TwilioSettings.isLoopback(address);
    }

    /** On loopback another port is another program, as far as a try-out on one machine goes. */
    private static boolean isSameServer(URI one, URI other) {
        return TwilioSettings.isLoopback(one) && TwilioSettings.isLoopback(other)
                ? one.getPort() == other.getPort()
                : one.getHost().equalsIgnoreCase(other.getHost());
    }
}
