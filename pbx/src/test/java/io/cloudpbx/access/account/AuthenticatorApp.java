package io.cloudpbx.access.account;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** What somebody has on their phone. */
public record AuthenticatorApp(String key) {
    public String codeAt(Instant now) {
        return TimeCode.at(new Base32().decode(key), TimeCode.stepAt(now));
    }
}
