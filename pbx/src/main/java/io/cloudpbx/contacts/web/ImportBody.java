package io.cloudpbx.contacts.web;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.ImportPlan;
import io.cloudpbx.contacts.ImportPlan.ConsentOfFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be run.
 *
 * @param columns what each column holds, see {@link ImportPlan}
 * @param overwrite whether what is known gives way to the file
 * @param consent left out, the file proves none
 */
record ImportBody(
        @NotNull @Size(max = 60) Map<String, @NotBlank String> columns,
        @Nullable Boolean overwrite,
        @Nullable @Valid ConsentBody consent) {

    /** All of it, or it is no consent (C23). */
    record ConsentBody(
            @NotNull @Pattern(regexp = "marketing|informational", message = "must be marketing or informational")
            String category,

            @NotBlank @Size(max = 500) String source,
            @NotNull LocalDate date,
            @NotBlank @Size(max = 100) String method,
            @Nullable @Size(max = 5_000) String wording,
            @Nullable @Size(max = 500) String evidence) {

        ConsentOfFile parsed() {
            return new ConsentOfFile(
                    Category.valueOf(category.toUpperCase(Locale.ROOT)),
                    source.strip(),
                    date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    method.strip(),
                    wording == null ? "" : wording.strip(),
                    evidence == null ? "" : evidence.strip());
        }
    }

    ImportPlan plan() {
        return new ImportPlan(columns, Boolean.TRUE.equals(overwrite), consent == null ? null : consent.parsed());
    }
}
