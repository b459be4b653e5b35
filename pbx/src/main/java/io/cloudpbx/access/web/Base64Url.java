package io.cloudpbx.access.web;

import io.cloudpbx.problems.Problem;
import java.util.Base64;

/** Bytes as WebAuthn writes them in JSON. */
final class Base64Url {
    private Base64Url() {}

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String field, String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            throw Problem.invalid(field, "invalid", "is not base64url");
        }
    }
}
