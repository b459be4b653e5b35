package io.cloudpbx.campaigns;

import java.util.Map;

/**
 * Somebody in an audience, as it was brought.
 *
 * @param line of the file, or place in the list, from 1
 * @param number as it was written
 * @param fields what is known of them, by name
 */
public record Recipient(long line, String number, Map<String, String> fields) {}
