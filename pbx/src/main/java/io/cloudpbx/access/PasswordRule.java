package io.cloudpbx.access;

/**
 * How long a new password is, told to those who choose one. Length is what keeps it; beyond eight characters, the least that S4 of {@code
 * security-and-reliability.md} allows, a few words are easily found and kept.
 *
 * @param least characters
 * @param most characters
 */
public record PasswordRule(int least, int most) {
    public static final PasswordRule PRESENT = new PasswordRule(12, 200);
}
