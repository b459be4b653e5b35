package io.cloudpbx.messaging;

import java.util.UUID;

/** A text went on: sent, delivered, refused, or its picture came. */
public record TextChanged(UUID textId) {}
