package io.cloudpbx.messaging.compliance;

import io.cloudpbx.messaging.flow.LocalHours;
import io.cloudpbx.messaging.flow.LocalHours.Window;
import io.cloudpbx.messaging.flow.QuietHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The quiet hours that are shipped (C13). Each row says in the file where it is from and how sure that is. */
public final class QuietHoursTable {
    private static final String FILE = "quiet-hours.json";
    private static final QuietHours SHIPPED = load();

    private record File(List<Row> jurisdictions, Row house) {}

    private record Row(
            String code,
            String name,
            Map<String, List<String>> windows,
            String holidays,
            @Nullable Integer cap,
            String source,
            LocalDate checkedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}

    private QuietHoursTable() {}

    public static QuietHours shipped() {
        return SHIPPED;
    }

    private static QuietHours load() {
        File file = Resources.read(FILE, File.class);
        return QuietHours.of(
                file.jurisdictions().stream().map(QuietHoursTable::hours).toList(), hours(file.house()));
    }

    private static LocalHours hours(Row row) {
        Map<DayOfWeek, List<Window>> windows = row.windows().entrySet().stream()
                .collect(Collectors.toMap(
                        day -> DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT)),
                        day -> day.getValue().stream()
                                .map(QuietHoursTable::window)
                                .toList()));
        return new LocalHours(
                row.code(),
                row.name(),
                windows,
                closedOnHolidays(row),
                row.cap(),
                row.source(),
                row.checkedOn(),
                row.effectiveFrom(),
                row.effectiveTo());
    }

    private static boolean closedOnHolidays(Row row) {
        return switch (row.holidays()) {
            case "closed" -> true;
            case "open" -> false;
            default -> throw new IllegalStateException(FILE + ": " + row.code() + " has holidays " + row.holidays());
        };
    }

    private static Window window(String text) {
        String[] ends = text.split("-", 2);
        return new Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
