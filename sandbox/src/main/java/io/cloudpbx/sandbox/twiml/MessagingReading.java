package io.cloudpbx.sandbox.twiml;

import java.util.List;

/** What came of reading a reply to a text. */
public sealed interface MessagingReading {
    record Understood(List<MessagingVerb> verbs, List<Warning> warnings) implements MessagingReading {}

    /** Nothing can be made of it; the code is Twilio's ({@code twilio.md} section 14). */
    record Refused(int code, String reason) implements MessagingReading {}
}
