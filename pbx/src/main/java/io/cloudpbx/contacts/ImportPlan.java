package io.cloudpbx.contacts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file becomes contacts.
 *
 * @param columns what each column of the file holds: {@code name}, {@code company}, {@code email}, {@code notes},
 *     {@code number}, or {@code fields.} and a field's name; columns left out are not read
 * @param overwrite whether a known person's values give way to the file's; numbers are only ever added
 * @param consent what the file proves; none loads everybody as "no marketing" (C23)
 */
public record ImportPlan(
        Map<String, String> columns,
        boolean overwrite,
        @Nullable ConsentOfFile consent) {

    /**
     * Consent that holds for all rows of a file (C23).
     *
     * @param source where the file is from
     * @param evidence an address or a place where the proof is kept; may be empty
     */
    public record ConsentOfFile(
            Category category, String source, Instant at, String method, String wording, String evidence) {}
}
