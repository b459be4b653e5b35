package io.cloudpbx.knowledge.words;

/** Something that may be told, by an id that a model can name. */
public record Fact(String id, String text) {}
