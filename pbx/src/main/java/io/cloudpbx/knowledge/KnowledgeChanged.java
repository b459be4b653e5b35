package io.cloudpbx.knowledge;

/** Published in the transaction that changes what is known. */
public record KnowledgeChanged() {}
