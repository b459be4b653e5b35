package io.cloudpbx.numbers;

import io.cloudpbx.numbers.ListedRegistration.Status;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How many segments a number usually may send a day, by its kind and registration. Each row says in the file where it is from (C28). */
final class UsualCaps {
    private static final String FILE = "daily-segments.json";
    private static final List<Row> ROWS = load();

    private UsualCaps() {}

    private record File(List<Row> usual) {}

    private record Row(
            String kind, String registration, @Nullable Integer segments, String source, LocalDate checkedOn) {
        boolean isFor(String kind, String registration) {
            return this.kind.equals(kind) && this.registration.equals(registration);
        }
    }

    /** Empty where none is known. @param registration null before the carrier was asked */
    static OptionalInt of(PhoneNumber number, @Nullable ListedRegistration registration) {
        String kind = number.isTollFree() ? "toll_free" : "local";
        boolean approved = registration != null && registration.status() == Status.APPROVED;
        Integer segments = ROWS.stream()
                .filter(row -> row.isFor(kind, approved ? "approved" : "other"))
                .findFirst()
                .orElseThrow()
                .segments();
        return segments == null ? OptionalInt.empty() : OptionalInt.of(segments);
    }

    private static List<Row> load() {
        var json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (InputStream file = UsualCaps.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program is not whole: " + FILE + " is missing");
            }
            return json.readValue(file, File.class).usual();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
