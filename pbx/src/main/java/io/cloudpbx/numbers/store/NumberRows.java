package io.cloudpbx.numbers.store;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.numbers.DailyCap;
import io.cloudpbx.numbers.ListedRegistration;
import io.cloudpbx.numbers.NumberState;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.numbers.OwnNumber.Listening;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code phone_number}. Every move names the state it starts from and tells whether it happened. */
@Repository
public class NumberRows {
    /** Ours or meant to be; a number that failed after we bought it is still ours. */
    private static final String HELD = "state <> 'released' and (state <> 'failed' or carrier_id is not null)";

    /** An extension tells itself that its wish came to nothing; of the company's own wishes nobody else does. */
    private static final String SHOWN = HELD + " or (purpose = 'company' and state = 'failed')";

    private final JdbcClient jdbc;
    private final Clock clock;

    NumberRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(UUID id, Purpose purpose, @Nullable String areaCode, @Nullable PhoneNumber number, Wish wish) {
        move("""
                insert into phone_number (id, purpose, area_code, e164, label, state, created_at, changed_at)
                values (:id, :purpose, :areaCode, :e164, :label, :state, :now, :now)""", id)
                .param("purpose", text(purpose))
                .param("areaCode", areaCode)
                .param("e164", number == null ? null : number.e164())
                .param("label", wish.label())
                .param("state", text(wish.state()))
                .update();
    }

    /** How a row begins. */
    public record Wish(String label, NumberState state) {}

    public boolean hold(UUID id, PhoneNumber candidate) {
        return move("""
                        update phone_number set state = 'buying', e164 = :e164, changed_at = :now
                        where id = :id and state = 'searching'""", id).param("e164", candidate.e164()).update() == 1;
    }

    public boolean letGo(UUID id, PhoneNumber gone) {
        return move("""
                        update phone_number set state = 'searching', e164 = null, tried = tried || :e164::text, changed_at = :now
                        where id = :id and state = 'buying'""", id).param("e164", gone.e164()).update() == 1;
    }

    /** Also notes the purchase of a number that nobody wants any more, which is what its release needs. */
    public boolean bought(UUID id, CarrierId carrierId) {
        return move("""
                        update phone_number
                        set carrier_id = :carrierId, changed_at = :now,
                            state = case state when 'buying' then 'checking' else state end
                        where id = :id and state in ('buying', 'releasing')""", id).param("carrierId", carrierId.value()).update() == 1;
    }

    public boolean move(UUID id, NumberState from, NumberState to) {
        return move("update phone_number set state = :to, changed_at = :now where id = :id and state = :from", id)
                        .param("from", text(from))
                        .param("to", text(to))
                        .update()
                == 1;
    }

    public boolean failed(UUID id, String code, String reason) {
        return move("""
                        update phone_number set state = 'failed', code = :code, reason = :reason, changed_at = :now
                        where id = :id and state in ('searching', 'buying', 'checking')""", id).param("code", code).param("reason", reason).update() == 1;
    }

    /** Starts a failed one again where it stopped: at the check when it was bought, where a purchase may have happened at that. */
    public boolean searchAgain(UUID id, @Nullable String areaCode) {
        return move("""
                        update phone_number
                        set state = case when carrier_id is not null then 'checking' when e164 is not null then 'buying' else 'searching' end,
                            area_code = coalesce(:areaCode, area_code),
                            code = null, reason = null, tried = '{}', changed_at = :now
                        where id = :id and state = 'failed'""", id).param("areaCode", areaCode).update() == 1;
    }

    public boolean unwanted(UUID id) {
        return move("""
                        update phone_number set state = 'releasing', code = null, reason = null, changed_at = :now
                        where id = :id and state not in ('releasing', 'released')""", id).update() == 1;
    }

    /** Sends a number that was ready, or a main number that failed, through the check again. */
    public void checkAgain(UUID id) {
        move("""
                update phone_number
                set state = case when carrier_id is null then 'buying' else 'checking' end,
                    code = null, reason = null, changed_at = :now
                where id = :id and state in ('ready', 'failed')""", id).update();
    }

    /** A main number that is no longer named in the settings stays ours at the carrier, but not our main number. */
    public void retireOtherMain(PhoneNumber wanted) {
        jdbc.sql("""
                        update phone_number set state = 'released', changed_at = :now
                        where purpose = 'main' and e164 <> :e164 and state <> 'released'""").param("e164", wanted.e164()).param("now", now()).update();
    }

    public void registered(UUID id, ListedRegistration registration) {
        jdbc.sql("""
                        update phone_number
                        set registration = :status, registration_detail = :detail, registration_checked_at = :at
                        where id = :id""")
                .param("id", id)
                .param("status", registration.status().name().toLowerCase(Locale.ROOT))
                .param("detail", registration.detail())
                .param("at", registration.checkedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void emergencyAddress(UUID id, EmergencyAddress address) {
        jdbc.sql("update phone_number set emergency_address = :address where id = :id")
                .param("id", id)
                .param("address", text(address))
                .update();
    }

    /** What the carrier says of a number of ours. */
    public void listed(UUID id, CarrierNumber there) {
        jdbc.sql("update phone_number set carrier_id = :carrierId, sends_pictures = :pictures where id = :id")
                .param("id", id)
                .param("carrierId", there.id().value())
                .param("pictures", there.sendsPictures())
                .update();
    }

    /** While it is being bought it is known at the carrier by its label, which then stays. */
    public boolean rename(UUID id, String name) {
        return move("""
                        update phone_number set label = :name, changed_at = :now
                        where id = :id and carrier_id is not null and state not in ('releasing', 'released')""", id).param("name", name).update() == 1;
    }

    public boolean listen(UUID id, Listening how) {
        return move("update phone_number set listening = :listening, changed_at = :now where id = :id", id)
                        .param("listening", text(how))
                        .update()
                == 1;
    }

    public boolean dailyCap(UUID id, DailyCap cap) {
        return move("update phone_number set daily_segments = :segments::int, changed_at = :now where id = :id", id)
                        .param("segments", segments(cap))
                        .update()
                == 1;
    }

    private static @Nullable Integer segments(DailyCap cap) {
        return switch (cap) {
            case DailyCap.Usual usual -> null;
            case DailyCap.None none -> 0;
            case DailyCap.Own(int segments) -> segments;
        };
    }

    public Optional<OwnNumber> find(UUID id) {
        return jdbc.sql("select * from phone_number where id = :id")
                .param("id", id)
                .query(NumberRows::read)
                .optional();
    }

    public List<OwnNumber> findAll(List<UUID> ids) {
        return jdbc.sql("select * from phone_number where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(NumberRows::read)
                .list();
    }

    public Optional<OwnNumber> holding(PhoneNumber number) {
        return jdbc.sql("select * from phone_number where e164 = :e164 and " + HELD)
                .param("e164", number.e164())
                .query(NumberRows::read)
                .optional();
    }

    public Map<PhoneNumber, OwnNumber> holding(Collection<PhoneNumber> several) {
        Map<PhoneNumber, OwnNumber> held = new HashMap<>();
        jdbc.sql("select * from phone_number where e164 = any(:several) and " + HELD)
                .param("several", several.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((RowCallbackHandler)
                        row -> held.put(new PhoneNumber(row.getString("e164")), read(row, row.getRow())));
        return held;
    }

    public Set<PhoneNumber> among(Collection<PhoneNumber> several) {
        return jdbc
                .sql("select e164 from phone_number where e164 = any(:several) and " + HELD)
                .param("several", several.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) -> new PhoneNumber(row.getString("e164")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Ours, on their way to us or on their way back; the main number first. */
    public List<OwnNumber> held() {
        return list(HELD);
    }

    /** The same, and what the company wished for in vain. */
    public List<OwnNumber> shown() {
        return list(SHOWN);
    }

    private List<OwnNumber> list(String which) {
        return jdbc.sql("select * from phone_number where " + which
                        + " order by purpose = 'main' desc, e164, created_at")
                .query(NumberRows::read)
                .list();
    }

    public Optional<OwnNumber> main() {
        return jdbc.sql("select * from phone_number where purpose = 'main' and state <> 'released'")
                .query(NumberRows::read)
                .optional();
    }

    private StatementSpec move(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).param("now", now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OwnNumber read(ResultSet row, int index) throws SQLException {
        String e164 = row.getString("e164");
        String carrierId = row.getString("carrier_id");
        return new OwnNumber(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getString("area_code"),
                e164 == null ? null : new PhoneNumber(e164),
                carrierId == null ? null : new CarrierId(carrierId),
                row.getString("label"),
                NumberState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("code"),
                row.getString("reason"),
                Arrays.stream((String[]) row.getArray("tried").getArray())
                        .map(PhoneNumber::new)
                        .toList(),
                Listening.valueOf(row.getString("listening").toUpperCase(Locale.ROOT)),
                registration(row),
                row.getObject("sends_pictures") == null || row.getBoolean("sends_pictures"),
                emergencyAddress(row.getString("emergency_address")),
                dailyCap(row.getObject("daily_segments", Integer.class)));
    }

    private static DailyCap dailyCap(@Nullable Integer segments) {
        if (segments == null) {
            return new DailyCap.Usual();
        }
        return segments == 0 ? new DailyCap.None() : new DailyCap.Own(segments);
    }

    private static @Nullable EmergencyAddress emergencyAddress(@Nullable String text) {
        return text == null ? null : EmergencyAddress.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable ListedRegistration registration(ResultSet row) throws SQLException {
        String status = row.getString("registration");
        return status == null
                ? null
                : new ListedRegistration(
                        ListedRegistration.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                        row.getString("registration_detail"),
                        row.getObject("registration_checked_at", OffsetDateTime.class)
                                .toInstant());
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
