package io.cloudpbx.knowledge.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of facts, which a migration put there, and the hours beside it. */
@Repository
public class FactRows {
    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record DayHours(DayOfWeek day, Hours hours) {}

    private record DateHours(LocalDate date, Hours hours) {}

    /** In the caller's transaction, so that all of it is of one moment. */
    public BusinessFacts read() {
        var week = week();
        var specialDays = specialDays();
        return jdbc.sql("select address, parking, phone, website, notes, version from knowledge")
                .query((row, n) -> new BusinessFacts(
                        week,
                        specialDays,
                        row.getString("address"),
                        row.getString("parking"),
                        phone(row.getString("phone")),
                        row.getString("website"),
                        row.getString("notes"),
                        row.getLong("version")))
                .single();
    }

    private Week week() {
        return new Week(jdbc
                .sql("select weekday, opens, closes from opening_hours order by weekday, opens")
                .query((row, n) -> new DayHours(DayOfWeek.of(row.getInt("weekday")), hours(row)))
                .list()
                .stream()
                .collect(groupingBy(DayHours::day, mapping(DayHours::hours, toList()))));
    }

    private List<SpecialDay> specialDays() {
        Map<LocalDate, List<Hours>> hours = jdbc
                .sql("select day, opens, closes from special_day_hours order by day, opens")
                .query((row, n) -> new DateHours(row.getObject("day", LocalDate.class), hours(row)))
                .list()
                .stream()
                .collect(groupingBy(DateHours::date, mapping(DateHours::hours, toList())));
        return jdbc.sql("select day, label from special_day order by day")
                .query((row, n) -> special(row.getObject("day", LocalDate.class), row.getString("label"), hours))
                .list();
    }

    private static SpecialDay special(LocalDate day, String label, Map<LocalDate, List<Hours>> hours) {
        return new SpecialDay(day, label, hours.getOrDefault(day, List.of()));
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(BusinessFacts wanted) {
        boolean current = jdbc.sql("""
                        update knowledge
                        set address = :address, parking = :parking, phone = :phone, website = :website, notes = :notes,
                            version = version + 1
                        where version = :version""")
                        .param("address", wanted.address())
                        .param("parking", wanted.parking())
                        .param(
                                "phone",
                                wanted.phone() == null ? null : wanted.phone().e164())
                        .param("website", wanted.website())
                        .param("notes", wanted.notes())
                        .param("version", wanted.version())
                        .update()
                == 1;
        if (current) {
            replaceHours(wanted);
        }
        return current;
    }

    private void replaceHours(BusinessFacts wanted) {
        jdbc.sql("delete from opening_hours").update();
        wanted.week().days().forEach((day, spans) -> spans.forEach(hours -> insert(day, hours)));
        jdbc.sql("delete from special_day").update();
        wanted.specialDays().forEach(this::insert);
    }

    private void insert(DayOfWeek day, Hours hours) {
        jdbc.sql("insert into opening_hours (weekday, opens, closes) values (:weekday, :opens, :closes)")
                .param("weekday", day.getValue())
                .param("opens", hours.opens())
                .param("closes", hours.closes())
                .update();
    }

    private void insert(SpecialDay day) {
        jdbc.sql("insert into special_day (day, label) values (:day, :label)")
                .param("day", day.date())
                .param("label", day.label())
                .update();
        day.hours()
                .forEach(hours -> jdbc.sql(
                                "insert into special_day_hours (day, opens, closes) values (:day, :opens, :closes)")
                        .param("day", day.date())
                        .param("opens", hours.opens())
                        .param("closes", hours.closes())
                        .update());
    }

    /** Until the caller's transaction ends, nobody else gets past here. */
    public void lock() {
        jdbc.sql("select version from knowledge for update").query(Long.class).single();
    }

    private static Hours hours(ResultSet row) throws SQLException {
        return new Hours(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class));
    }

    private static @Nullable PhoneNumber phone(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }
}
