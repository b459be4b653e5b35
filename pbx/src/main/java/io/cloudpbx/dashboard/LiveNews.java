package io.cloudpbx.dashboard;

/** One message to every signed-in browser; the id grows, and {@code data} is JSON. */
public record LiveNews(long id, String type, String data) {}
