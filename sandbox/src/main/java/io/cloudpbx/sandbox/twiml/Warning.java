package io.cloudpbx.sandbox.twiml;

/** Something in a document that was ignored, or read as its default; the code is Twilio's. */
public record Warning(int code, String message) {}
