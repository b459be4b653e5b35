package io.cloudpbx.sandbox.twiml;

/** An absolute URL that a verb has asked, and how. */
public record Callback(String url, String method) {}
