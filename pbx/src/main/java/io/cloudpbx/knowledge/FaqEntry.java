package io.cloudpbx.knowledge;

import java.util.UUID;

/** A question that people ask, with its answer. */
public record FaqEntry(UUID id, FaqText text, long version) {}
