package io.cloudpbx.greetings.store;

import io.cloudpbx.greetings.dictation.Dictation;
import io.cloudpbx.greetings.dictation.Dictation.State;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code greeting_dictation}. */
@Repository
public class DictationRows {
    private final JdbcClient jdbc;

    DictationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException while the same person is on the line for another */
    public void insert(Dictation dictation) {
        jdbc.sql("""
                        insert into greeting_dictation (id, user_id, user_name, phone, from_e164, state, blob_key, created_at)
                        values (:id, :user, :name, :phone, :from, :state, :blobKey, :at)""")
                .param("id", dictation.id())
                .param("user", dictation.userId())
                .param("name", dictation.userName())
                .param("phone", dictation.phone().e164())
                .param("from", dictation.from().e164())
                .param("state", text(dictation.state()))
                .param("blobKey", dictation.blobKey())
                .param("at", dictation.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Dictation> find(UUID id) {
        return jdbc.sql("select * from greeting_dictation where id = :id")
                .param("id", id)
                .query(DictationRows::read)
                .optional();
    }

    /** Held until the transaction ends. */
    public Optional<Dictation> lock(UUID id) {
        return jdbc.sql("select * from greeting_dictation where id = :id for update")
                .param("id", id)
                .query(DictationRows::read)
                .optional();
    }

    public void moved(UUID id, State state) {
        jdbc.sql("update greeting_dictation set state = :state where id = :id")
                .param("state", text(state))
                .param("id", id)
                .update();
    }

    public void recorded(UUID id, CarrierId recording, Instant at) {
        jdbc.sql("""
                        update greeting_dictation set state = 'recorded', recording = :recording, recorded_at = :at
                        where id = :id""")
                .param("recording", recording.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    public void kept(UUID id, String greeting) {
        jdbc.sql("update greeting_dictation set state = 'kept', greeting = :greeting where id = :id")
                .param("greeting", greeting)
                .param("id", id)
                .update();
    }

    public void failed(UUID id, String why) {
        jdbc.sql("update greeting_dictation set state = 'failed', why = :why where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Dictation read(ResultSet row, int index) throws SQLException {
        String recording = row.getString("recording");
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new Dictation(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                new PhoneNumber(row.getString("phone")),
                new PhoneNumber(row.getString("from_e164")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("blob_key"),
                recording == null ? null : new CarrierId(recording),
                recordedAt == null ? null : recordedAt.toInstant(),
                row.getString("greeting"),
                row.getString("why"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
