package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.ContactDetails;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code contact}, {@code contact_number} and {@code contact_value}. */
@Repository
public class ContactRows {
    static final String SELECT = """
            select c.*,
                   (select array_agg(n.e164 order by n.position, n.e164)
                    from contact_number n where n.contact_id = c.id) as numbers,
                   (select array_agg(array[v.field, v.value] order by v.field)
                    from contact_value v where v.contact_id = c.id) as field_values
            from contact c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The contact alone, without numbers and fields. */
    public void insert(UUID id, ContactDetails details, String search) {
        jdbc.sql("""
                        insert into contact (id, name, company, email, notes, search, created_at)
                        values (:id, :name, :company, :email, :notes, :search, :now)""")
                .param("id", id)
                .param("name", details.name())
                .param("company", details.company())
                .param("email", details.email())
                .param("notes", details.notes())
                .param("search", search)
                .param("now", Times.utc(clock.instant()))
                .update();
    }

    /** False when the row is gone or has moved on from the version given. */
    public boolean update(UUID id, ContactDetails details, String search, long version) {
        return jdbc.sql("""
                        update contact
                        set name = :name, company = :company, email = :email, notes = :notes, search = :search,
                            version = version + 1
                        where id = :id and version = :version""")
                        .param("id", id)
                        .param("name", details.name())
                        .param("company", details.company())
                        .param("email", details.email())
                        .param("notes", details.notes())
                        .param("search", search)
                        .param("version", version)
                        .update()
                == 1;
    }

    /**
     * Gives a free number to a contact that is about to be inserted. While another transaction takes the same number, this
     * waits to see how that ends; false when the number is somebody's.
     */
    public boolean takeNumber(UUID id, PhoneNumber number) {
        return jdbc.sql("""
                        insert into contact_number (e164, contact_id, position) values (:number, :id, 1)
                        on conflict (e164) do nothing""").param("number", number.e164()).param("id", id).update() == 1;
    }

    /** False when one of them is somebody else's; the caller then gives up its transaction. */
    public boolean replaceNumbers(UUID id, List<PhoneNumber> numbers) {
        String[] wanted = texts(numbers);
        jdbc.sql("delete from contact_number where contact_id = :id and not e164 = any(:wanted)")
                .param("id", id)
                .param("wanted", wanted)
                .update();
        // In one order for everybody, so that two who want the same numbers do not wait for each other.
        int kept = jdbc.sql("""
                        insert into contact_number (e164, contact_id, position)
                        select e164, :id, place from unnest(:wanted::text[]) with ordinality as wanted (e164, place)
                        order by e164
                        on conflict (e164) do update set position = excluded.position
                        where contact_number.contact_id = :id""").param("id", id).param("wanted", wanted).update();
        return kept == wanted.length;
    }

    public void replaceFields(UUID id, Map<String, String> fields) {
        jdbc.sql("delete from contact_value where contact_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into contact_value (contact_id, field, value)
                        select :id, field, value from unnest(:names::text[], :values::text[]) as given (field, value)""")
                .param("id", id)
                .param("names", fields.keySet().toArray(String[]::new))
                .param("values", fields.values().toArray(String[]::new))
                .update();
    }

    /** Those of the names that are no field of the company. */
    public List<String> unknownFields(Collection<String> names) {
        return jdbc.sql("select name from unnest(:names::text[]) as given (name) except select name from contact_field")
                .param("names", names.toArray(String[]::new))
                .query((row, index) -> row.getString("name"))
                .list();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from contact where id = :id").param("id", id).update();
    }

    public Optional<Contact> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(ContactRows::read)
                .optional();
    }

    /** Whoever wants to delete it waits from now on, who changes it does not. */
    public boolean hold(UUID id) {
        return jdbc.sql("select id from contact where id = :id for key share")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    public Optional<UUID> idByNumber(PhoneNumber number) {
        return jdbc.sql("select contact_id from contact_number where e164 = :number")
                .param("number", number.e164())
                .query(UUID.class)
                .optional();
    }

    public Map<PhoneNumber, UUID> idsOf(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, UUID> found = new HashMap<>();
        jdbc.sql("select e164, contact_id from contact_number where e164 = any(:numbers)")
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((RowCallbackHandler) row ->
                        found.put(new PhoneNumber(row.getString("e164")), row.getObject("contact_id", UUID.class)));
        return found;
    }

    public Map<PhoneNumber, String> names(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, String> names = new HashMap<>();
        jdbc.sql("""
                        select n.e164, c.name from contact_number n join contact c on c.id = n.contact_id
                        where n.e164 = any(:numbers) and c.name <> ''""").param("numbers", texts(numbers)).query((RowCallbackHandler)
                row -> names.put(new PhoneNumber(row.getString("e164")), row.getString("name")));
        return names;
    }

    public Optional<Contact> byNumber(PhoneNumber number) {
        return jdbc.sql(SELECT + "where c.id = (select contact_id from contact_number where e164 = :number)")
                .param("number", number.e164())
                .query(ContactRows::read)
                .optional();
    }

    public List<Contact> findAll(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where c.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ContactRows::read)
                .list();
    }

    /** Those that meet all patterns, newest first, after the cursor. */
    public List<Contact> newest(List<String> patterns, @Nullable Cursor after, int limit) {
        return asked(
                        SELECT + "where " + meeting(patterns)
                                + (after == null ? "" : " and (c.created_at, c.id) < (:at, :id)")
                                + " order by c.created_at desc, c.id desc limit :limit",
                        patterns)
                .param("at", after == null ? null : Times.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(ContactRows::read)
                .list();
    }

    /** One condition for each: the index does not help with {@code like all}. */
    private static String meeting(List<String> patterns) {
        return IntStream.range(0, patterns.size())
                .mapToObj(word -> "c.search like :word" + word)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), conditions -> conditions.isEmpty() ? "true" : conditions));
    }

    private JdbcClient.StatementSpec asked(String sql, List<String> patterns) {
        var statement = jdbc.sql(sql);
        for (int word = 0; word < patterns.size(); word++) {
            statement = statement.param("word" + word, patterns.get(word));
        }
        return statement;
    }

    /** How many numbers somebody has at most. */
    public int mostNumbers() {
        return jdbc.sql(
                        "select coalesce(max(count), 0) from (select count(*) from contact_number group by contact_id) n")
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** Newest first. */
    public List<UUID> matching(List<String> patterns, int limit) {
        return asked(
                        "select c.id from contact c where " + meeting(patterns)
                                + " order by c.created_at desc, c.id desc limit :limit",
                        patterns)
                .param("limit", limit)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Where a contact that was merged is found today, through as many merges as there were. */
    public Optional<UUID> mergedInto(UUID gone) {
        return jdbc.sql("""
                        with recursive way (id, steps) as (
                            select kept_id, 1 from contact_merge where gone_id = :gone
                            union all
                            select m.kept_id, w.steps + 1 from contact_merge m join way w on m.gone_id = w.id)
                        select id from way order by steps desc limit 1""").param("gone", gone).query(UUID.class).optional();
    }

    static String[] texts(Collection<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }

    static Contact read(ResultSet row, int index) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("company"),
                row.getString("email"),
                numbers(row.getArray("numbers")),
                fields(row.getArray("field_values")),
                row.getString("notes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static List<PhoneNumber> numbers(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(PhoneNumber::new)
                        .toList();
    }

    private static Map<String, String> fields(@Nullable Array array) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        if (array != null) {
            for (String[] pair : (String[][]) array.getArray()) {
                fields.put(pair[0], pair[1]);
            }
        }
        return fields;
    }
}
