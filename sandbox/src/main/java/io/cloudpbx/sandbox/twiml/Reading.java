package io.cloudpbx.sandbox.twiml;

/** What came of reading a reply as TwiML. */
public sealed interface Reading {
    record Understood(Document document) implements Reading {}

    /** The call cannot go on with this; the code is Twilio's ({@code twilio.md} section 14). */
    record Refused(int code, String reason) implements Reading {}
}
