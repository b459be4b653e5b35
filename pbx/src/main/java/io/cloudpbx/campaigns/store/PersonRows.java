package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of campaigns know of one person, and how they forget it. */
@Repository
public class PersonRows {
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

    /**
     * A delivery that nobody else moves or tries until the transaction ends.
     *
     * @param onItsWay whether the carrier may have been asked, and nobody knows what became of it
     */
    public record Held(long id, boolean onItsWay) {}

    /** All of these people, held in the order in which everybody holds them. */
    public List<Held> hold(Collection<PhoneNumber> people) {
        return jdbc.sql("""
                        select d.id, d.state in ('sending', 'checking') as on_its_way
                        from campaign c join delivery d on d.campaign_id = c.id and d.to_number = any(:people)
                        order by d.id for update of d""")
                .param("people", numbers(people))
                .query((row, index) -> new Held(row.getLong("id"), row.getBoolean("on_its_way")))
                .list();
    }

    /** They are forgotten when it is known what became of them. */
    public void forgetLater(Collection<Long> ids, UUID person) {
        jdbc.sql("""
                        insert into delivery_to_forget (delivery_id, person) select unnest(:ids::bigint[]), :person
                        on conflict do nothing""")
                .param("ids", ids.toArray(Long[]::new))
                .param("person", person)
                .update();
    }

    /** One that was to be forgotten later, and has an end or is not tried any more. */
    public record Ended(long id, UUID person) {}

    /** Those, held. */
    public List<Ended> holdEnded() {
        return jdbc.sql("""
                        select d.id, f.person from delivery_to_forget f join delivery d on d.id = f.delivery_id
                        where d.state not in ('sending', 'checking') order by d.id for update of d""")
                .query((row, index) -> new Ended(row.getLong("id"), row.getObject("person", UUID.class)))
                .list();
    }

    /** Under every id that an attempt of these deliveries was given. */
    public List<CarrierId> atCarrier(Collection<Long> ids) {
        return jdbc.sql("""
                        select carrier_id from delivery where id = any(:ids) and carrier_id is not null
                        union
                        select carrier_id from delivery_attempt where delivery_id = any(:ids) and carrier_id is not null""")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list();
    }

    /** These never were: campaigns count less. */
    public void forget(Collection<Long> ids) {
        jdbc.sql("""
                        with tried as (delete from delivery_attempt where delivery_id = any(:ids) returning token)
                        delete from delivery_news n using tried where n.token = tried.token""").param("ids", ids.toArray(Long[]::new)).update();
        jdbc.sql("delete from delivery where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** They were never left out of an audience. */
    public void forgetLeftOut(Collection<PhoneNumber> people) {
        jdbc.sql("delete from campaign_rejected where value = any(:people)")
                .param("people", numbers(people))
                .update();
    }

    private static String[] numbers(Collection<PhoneNumber> people) {
        return people.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }
}
