package io.cloudpbx.callflow;

import io.cloudpbx.knowledge.words.Language;

/** Where callers of a number begin, and in which language they are spoken to. */
public record Entry(String start, Language language) {}
