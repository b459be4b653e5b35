package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.ConsentGiven;
import io.cloudpbx.contacts.ContactDetails;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many contacts at once: a statement for hundreds where one for each would take minutes. */
@Repository
public class BulkRows {
    private final JdbcClient jdbc;
    private final NumberHashes hashes;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, NumberHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    public record NewContact(UUID id, ContactDetails details, String search) {}

    /** Who has these numbers. */
    public Map<PhoneNumber, UUID> holders(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, UUID> holders = new HashMap<>();
        jdbc.sql("select e164, contact_id from contact_number where e164 = any(:numbers)")
                .param("numbers", ContactRows.texts(numbers))
                .query(row -> {
                    holders.put(new PhoneNumber(row.getString("e164")), row.getObject("contact_id", UUID.class));
                });
        return holders;
    }

    /** Those that are not to be texted. */
    public Set<PhoneNumber> optedOut(Collection<PhoneNumber> numbers) {
        Map<String, PhoneNumber> byHash = numbers.stream()
                .distinct()
                .collect(Collectors.toMap(number -> hex(hashes.of(number)), Function.identity()));
        return jdbc
                .sql("select encode(number_hash, 'hex') as hash from opt_out where number_hash = any(:hashes)")
                .param("hashes", byHash.values().stream().map(hashes::of).toArray(byte[][]::new))
                .query((row, index) -> byHash.get(row.getString("hash")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /**
     * Adds contacts with all that is known of them.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody took one of the numbers meanwhile
     */
    public void insert(List<NewContact> contacts) {
        insertNames(contacts);
        insertNumbers(contacts);
        insertFields(contacts);
    }

    private void insertNames(List<NewContact> contacts) {
        jdbc.sql("""
                        insert into contact (id, name, company, email, notes, search, created_at)
                        select id, name, company, email, notes, search, :now
                        from unnest(:ids::uuid[], :names::text[], :companies::text[], :emails::text[], :notes::text[],
                                    :searches::text[]) as given (id, name, company, email, notes, search)""")
                .param("now", Times.utc(clock.instant()))
                .param("ids", ids(contacts))
                .param("names", texts(contacts, added -> added.details().name()))
                .param("companies", texts(contacts, added -> added.details().company()))
                .param("emails", texts(contacts, added -> added.details().email()))
                .param("notes", texts(contacts, added -> added.details().notes()))
                .param("searches", texts(contacts, NewContact::search))
                .update();
    }

    private void insertNumbers(List<NewContact> contacts) {
        List<UUID> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (NewContact added : contacts) {
            for (PhoneNumber number : added.details().numbers()) {
                ids.add(added.id());
                numbers.add(number.e164());
                places.add(places.size());
            }
        }
        jdbc.sql("""
                        insert into contact_number (e164, contact_id, position)
                        select number, id, place
                        from unnest(:numbers::text[], :ids::uuid[], :places::int[]) as given (number, id, place)
                        order by number""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("places", places.toArray(Integer[]::new))
                .update();
    }

    private void insertFields(List<NewContact> contacts) {
        List<UUID> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (NewContact added : contacts) {
            added.details().fields().forEach((field, value) -> {
                ids.add(added.id());
                fields.add(field);
                values.add(value);
            });
        }
        jdbc.sql("""
                        insert into contact_value (contact_id, field, value)
                        select id, field, value
                        from unnest(:ids::uuid[], :fields::text[], :values::text[]) as given (id, field, value)""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }

    /** The same consent, in the ledger of each of the numbers. */
    public void grant(List<PhoneNumber> numbers, ConsentGiven consent) {
        jdbc.sql("""
                        insert into consent_ledger
                            (id, number_hash, e164, act, category, recorded_at, at, source, method, wording,
                             wording_version, language, quote, person, address, user_agent, reference, actor)
                        select gen_random_uuid(), hash, number, 'granted', :category, :now, :at, :source, :method, :wording,
                             '', '', :quote, '', '', '', :reference, :actor
                        from unnest(:hashes::bytea[], :numbers::text[]) as given (hash, number)""")
                .param("category", consent.category().name().toLowerCase(Locale.ROOT))
                .param("now", Times.utc(clock.instant()))
                .param("at", Times.utc(consent.at()))
                .param("source", OptOutRows.text(consent.evidence().source()))
                .param("method", consent.proof().method())
                .param("wording", consent.proof().wording())
                .param("quote", consent.evidence().quote())
                .param("reference", consent.evidence().reference())
                .param("actor", consent.evidence().actor())
                .param("hashes", numbers.stream().map(hashes::of).toArray(byte[][]::new))
                .param("numbers", ContactRows.texts(numbers))
                .update();
    }

    private static UUID[] ids(List<NewContact> contacts) {
        return contacts.stream().map(NewContact::id).toArray(UUID[]::new);
    }

    private static String[] texts(List<NewContact> contacts, Function<NewContact, String> part) {
        return contacts.stream().map(part).toArray(String[]::new);
    }
}
