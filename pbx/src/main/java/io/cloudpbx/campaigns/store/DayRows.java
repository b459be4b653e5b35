package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.NumbersDay;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sender_day}: what numbers with a daily cap have sent on the carrier's day; {@link DeliveryRows} counts as it writes attempts. */
@Repository
public class DayRows {
    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So much a number may send a day, of which what it has sent today is the beginning. @param most empty for as much as it can */
    public void cap(PhoneNumber number, OptionalInt most) {
        if (most.isEmpty()) {
            jdbc.sql("delete from sender_day where number = :number")
                    .param("number", number.e164())
                    .update();
            return;
        }
        jdbc.sql("""
                        update sender_day set most = :most, is_full = segments >= :most
                        where number = :number and most <> :most""")
                .param("number", number.e164())
                .param("most", most.getAsInt())
                .update();
        // Nobody has counted before: that is done once, over the day's texts of all numbers.
        jdbc.sql("""
                        insert into sender_day (number, most, day, segments, is_full)
                        select :number, :most, %1$s, sent.segments, sent.segments >= :most
                        from (select coalesce(sum(greatest(segments, 1)), 0) as segments from delivery
                              where sender = :number and sent_at >= %1$s::timestamp at time zone 'America/Los_Angeles') as sent
                        where not exists (select from sender_day where number = :number)
                        on conflict do nothing""".formatted(Columns.TODAY))
                .param("number", number.e164())
                .param("most", most.getAsInt())
                .update();
    }

    /** Those of the numbers that have a cap. */
    public Map<PhoneNumber, NumbersDay> of(List<PhoneNumber> numbers) {
        Map<PhoneNumber, NumbersDay> days = new HashMap<>();
        jdbc.sql("""
                        select number, most, case when day = %1$s then segments else 0 end as sent, is_full and day = %1$s as full
                        from sender_day where number = any(:numbers)""".formatted(Columns.TODAY))
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .query((RowCallbackHandler) row -> days.put(
                        new PhoneNumber(row.getString("number")),
                        new NumbersDay(row.getInt("most"), row.getInt("sent"), row.getBoolean("full"))));
        return days;
    }
}
