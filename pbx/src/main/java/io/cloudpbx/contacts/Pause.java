package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;

/** No marketing to this number until a person has decided what its doubtful words meant (C2). */
public record Pause(PhoneNumber number, Instant since, Source source, String quote) {}
