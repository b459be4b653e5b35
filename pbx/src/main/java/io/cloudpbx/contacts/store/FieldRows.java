package io.cloudpbx.contacts.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code contact_field}. */
@Repository
public class FieldRows {
    private final JdbcClient jdbc;

    FieldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> all() {
        return jdbc.sql("select name from contact_field order by position")
                .query((row, index) -> row.getString("name"))
                .list();
    }

    public void replace(List<String> names) {
        String[] wanted = names.toArray(String[]::new);
        jdbc.sql("lock table contact_field in share row exclusive mode").update();
        jdbc.sql("delete from contact_field where not name = any(:names)")
                .param("names", wanted)
                .update();
        jdbc.sql("""
                        insert into contact_field (name, position)
                        select name, place from unnest(:names::text[]) with ordinality as wanted (name, place)
                        on conflict (name) do update set position = excluded.position""").param("names", wanted).update();
    }
}
