package io.cloudpbx.messaging.store;

import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code text_news}: all that the carrier said of texts, those that nobody knows included (R3, R4). */
@Repository
public class NewsOfTexts {
    private final JdbcClient jdbc;

    NewsOfTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something the carrier said. */
    public record News(String status, int errorCode, Instant at) {}

    /** Of a text that has just been deleted it is kept as of one that nobody knows. False when it has been said before. */
    public boolean keep(CarrierId id, String status, @Nullable String token, @Nullable UUID textId, News news) {
        return jdbc.sql("""
                        insert into text_news (carrier_id, status, token, text_id, error_code, at)
                        values (:id, :status, :token,
                            (select m.id from text_message m where m.id = cast(:text as uuid) for key share), :code, :at)
                        on conflict (carrier_id, status) do nothing""")
                        .param("id", id.value())
                        .param("status", status)
                        .param("token", token)
                        .param("text", textId)
                        .param("code", news.errorCode())
                        .param("at", Columns.utc(news.at()))
                        .update()
                == 1;
    }

    /** In the order in which it came. */
    public List<News> of(UUID textId) {
        return jdbc.sql("select * from text_news where text_id = :text order by id")
                .param("text", textId)
                .query((row, index) ->
                        new News(row.getString("status"), row.getInt("error_code"), Columns.instant(row, "at")))
                .list();
    }
}
