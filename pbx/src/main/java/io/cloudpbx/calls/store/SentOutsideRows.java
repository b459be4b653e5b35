package io.cloudpbx.calls.store;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_sent_outside}: to which numbers outside callers were sent by somebody, for as long as nobody there is forgotten. */
@Repository
public class SentOutsideRows {
    private final JdbcClient jdbc;

    SentOutsideRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID call, PhoneNumber number) {
        jdbc.sql("insert into call_sent_outside (call_id, e164) values (:call, :number) on conflict do nothing")
                .param("call", call)
                .param("number", number.e164())
                .update();
    }

    /** The calls in which somebody was rung who is to be forgotten. */
    public List<UUID> toForget(Collection<PhoneNumber> numbers) {
        return jdbc.sql("""
                        update call_sent_outside set forgotten = true where e164 = any(:numbers)
                        returning call_id""")
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) -> row.getObject("call_id", UUID.class))
                .list();
    }

    /** Those of a call. */
    public List<PhoneNumber> forgottenIn(UUID call) {
        return jdbc.sql("select e164 from call_sent_outside where call_id = :call and forgotten")
                .param("call", call)
                .query((row, index) -> new PhoneNumber(row.getString("e164")))
                .list();
    }

    /** The story of a call that is over stays, and says of them no more than that they were rung. */
    public void forget(UUID call, PhoneNumber number) {
        jdbc.sql("""
                        update call_step
                        set text = replace(text, :shown, :instead), reason = replace(reason, :shown, :instead),
                            answer = case when answer like :digits then '' else answer end,
                            request = case when request like :digits then 'forgotten/' || seq else request end
                        where call_id = :call and (text like :shownAnywhere or reason like :shownAnywhere or answer like :digits
                            or request like :digits)""")
                .param("shown", number.display())
                .param("shownAnywhere", "%" + number.display() + "%")
                .param("instead", "a deleted person")
                .param("digits", "%" + number.e164().substring(1) + "%")
                .param("call", call)
                .update();
        jdbc.sql("update call set summary = replace(summary, :shown, :instead) where id = :call")
                .param("shown", number.display())
                .param("instead", "a deleted person")
                .param("call", call)
                .update();
        jdbc.sql("delete from call_sent_outside where call_id = :call and e164 = :number")
                .param("call", call)
                .param("number", number.e164())
                .update();
    }

    /** The phones of nobody inside that were rung for a call. */
    public List<CarrierId> phonesIn(UUID call) {
        return jdbc.sql("select carrier_id from call_leg where call_id = :call and extension_id is null")
                .param("call", call)
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list();
    }
}
