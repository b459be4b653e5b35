package io.cloudpbx.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A form body, parsed once from raw bytes, untrimmed and as UTF-8 (A1). */
final class WebhookBody {
    private WebhookBody() {}

    /** Empty when it is not a form, is not UTF-8, or names a key twice: signed as a map, that would be ambiguous (T1). */
    static Optional<Map<String, String>> parse(byte[] body) {
        var form = new LinkedHashMap<String, String>();
        String text = new String(body, StandardCharsets.US_ASCII);
        if (text.isEmpty()) {
            return Optional.of(form);
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.filter(key -> !key.isEmpty()).isEmpty()
                    || value.isEmpty()
                    || form.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(form);
    }

    private static Optional<String> decode(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    return Optional.empty();
                }
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else if (c > 126) {
                return Optional.empty();
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
