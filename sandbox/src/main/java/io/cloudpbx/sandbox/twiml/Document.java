package io.cloudpbx.sandbox.twiml;

import java.util.List;

/** A document's verbs in order. A document without verbs hangs up ({@code twilio.md} section 6). */
public record Document(List<Verb> verbs, List<Warning> warnings) {}
