package io.cloudpbx.figures;

/**
 * How much there was of one thing.
 *
 * @param topic what is counted, such as {@code ending}
 * @param key which of it, such as {@code voicemail}; two parts are parted by a blank
 * @param amount a number of things, of seconds or of millionths of a dollar
 */
public record Figure(String topic, String key, long amount) {}
