package io.cloudpbx.campaigns;

import io.cloudpbx.templates.Template;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody in an audience, as it was brought.
 *
 * @param line of the file, or place in the list, from 1
 * @param number as it was written
 * @param fields what is known of them, by name
 */
public record Recipient(long line, String number, Map<String, String> fields) {
    private static final Pattern NAME = Pattern.compile(Template.NAME);

    /** Fields that no message can name are left out, and so is U+0000, which the database cannot hold. */
    public Recipient {
        fields = fields.entrySet().stream()
                .filter(field -> NAME.matcher(field.getKey()).matches())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, field -> field.getValue().replace("\0", "")));
    }
}
