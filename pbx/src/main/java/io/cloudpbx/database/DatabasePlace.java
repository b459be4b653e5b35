package io.cloudpbx.database;

/**
 * Where the database is.
 *
 * @param isEmbedded on the same machine, started and stopped with the program; others are on a server of their own
 */
public record DatabasePlace(boolean isEmbedded) {}
