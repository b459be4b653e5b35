package io.cloudpbx.access.passkeys;

import io.cloudpbx.access.AccessSettings;
import java.net.URI;
import java.util.Locale;

/**
 * Whom passkeys are for: this installation, by the name that people type.
 *
 * @param id the host
 * @param origin where answers come from, and from nowhere else
 */
record RelyingParty(String id, String origin) {
    static RelyingParty of(AccessSettings settings) {
        URI url = settings.publicUrl();
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return new RelyingParty(
                host, url.getScheme() + "://" + url.getRawAuthority().toLowerCase(Locale.ROOT));
    }

    /** Browsers keep passkeys for names, never for bare addresses, and make them where nobody listens in. */
    boolean isPossible() {
        boolean named = !id.contains(":") && !id.matches("[0-9.]+");
        return named && (origin.startsWith("https:") || id.equals("localhost"));
    }
}
