package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of campaigns know of one person, and how they forget it. */
@Repository
public class PersonRows {
    private static final String THEIRS = """
            with theirs as (
                select d.id from campaign c join delivery d on d.campaign_id = c.id and d.to_number = any(:people))
            """;

    private final JdbcClient jdbc;
    private final DeliveryRows deliveries;

    PersonRows(JdbcClient jdbc, DeliveryRows deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** What left for somebody since then, newest first. */
    public List<Delivery> sentTo(PhoneNumber person, Instant since, int most) {
        return jdbc.sql("""
                        select * from delivery where to_number = :person and sent_at >= :since
                        order by sent_at desc limit :most""")
                .param("person", person.e164())
                .param("since", Columns.utc(since))
                .param("most", most)
                .query(deliveries.reader())
                .list();
    }

    /** Under every id that an attempt to text these people was given. */
    public List<CarrierId> atCarrier(Collection<PhoneNumber> people) {
        return jdbc.sql(THEIRS + """
                        select d.carrier_id from delivery d join theirs on d.id = theirs.id where d.carrier_id is not null
                        union
                        select a.carrier_id from delivery_attempt a join theirs on a.delivery_id = theirs.id
                        where a.carrier_id is not null""")
                .param("people", numbers(people))
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list();
    }

    /** They are in no audience any more, and never were: campaigns count one less. */
    public void forget(Collection<PhoneNumber> people) {
        jdbc.sql(THEIRS + """
                        , tried as (
                            delete from delivery_attempt a using theirs where a.delivery_id = theirs.id returning a.token),
                        told as (delete from delivery_news n using tried where n.token = tried.token)
                        delete from campaign_rejected where value = any(:people)""").param("people", numbers(people)).update();
        jdbc.sql(THEIRS + "delete from delivery d using theirs where d.id = theirs.id")
                .param("people", numbers(people))
                .update();
    }

    private static String[] numbers(Collection<PhoneNumber> people) {
        return people.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }
}
