package io.cloudpbx.analytics;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.contacts.ContactsMerged;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens to a company, by chance: rows change as the program changes them, and its events tell of it in the same transaction, now and
 * then twice; some transactions are rolled back after all.
 */
final class Happenings {
    private static final List<String> OUTCOMES =
            List.of("answered", "handled", "voicemail", "missed", "abandoned", "failed", "rejected", "in_progress");
    private static final List<String> REACHED =
            List.of("answered", "unreached", "not_taken", "failed", "not_confirmed", "in_progress");
    private static final List<String> STATUSES = List.of("sent", "delivered", "undelivered", "failed", "read");
    private static final List<String> STATES = List.of("sent", "delivered", "failed", "checking");
    private static final int PEOPLE = 6;

    private final CountedHouse house;
    private final Random random;
    private final JdbcClient jdbc;
    private final List<UUID> calls = new ArrayList<>();
    private final List<UUID> texts = new ArrayList<>();
    private final UUID campaign = UUID.randomUUID();
    private final UUID extension = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final List<UUID> dialed = new ArrayList<>();

    Happenings(CountedHouse house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.jdbc = house.jdbc();
        jdbc.sql(
                        "insert into extension (id, ext, name, department, email, created_at) values (?, '101', 'Ana', '', '', ?)")
                .params(extension, now())
                .update();
        jdbc.sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by, started_at)
                        values (?, 'Fall', 'Hello', 'marketing', 'at_most_once', 'running', ?, 'Ana', ?)""").params(campaign, now(), now()).update();
        jdbc.sql(
                        "insert into users (id, name, email, role, created_at) values (?, 'Ana', 'ana@example.com', 'AGENT', ?)")
                .params(user, now())
                .update();
        for (int person = 0; person < PEOPLE; person++) {
            meet(person);
        }
    }

    private void meet(int person) {
        jdbc.sql("""
                        insert into contact (id, name, company, email, notes, search, created_at) values (:id, '', '', '', '', '', :now)
                        on conflict do nothing""").param("id", contact(person)).param("now", now()).update();
        jdbc.sql("""
                        insert into conversation (id, contact_id, answered_by, last_at, last_kind, last_author, last_text, created_at)
                        values (:id, :id, 'assistant', :now, 'event', 'system', '', :now) on conflict do nothing""").param("id", contact(person)).param("now", now()).update();
    }

    /** Something happens, or time passes. */
    void next() {
        house.transaction().executeWithoutResult(status -> {
            switch (random.nextInt(14)) {
                case 0, 1 -> call();
                case 2, 3 -> callGoesOn();
                case 4 -> textComesIn();
                case 5 -> textLeaves();
                case 6, 7 -> textGoesOn();
                case 8 -> campaignSends();
                case 9 -> receiptsCome();
                case 10 -> house.clock().advance(Duration.ofMinutes(random.nextInt(900)));
                case 11 -> dialed();
                case 12 -> dialedGoesOn();
                default -> seldom();
            }
            if (random.nextInt(10) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private void call() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, news_at, place, outcome, summary)
                        values (:id, :carrier, '+14155550142', :to, :now, :now, 'menu', 'in_progress', '')""")
                .param("id", id)
                .param("carrier", "CA" + id)
                .param("to", "+1833555010" + random.nextInt(3))
                .param("now", now())
                .update();
        if (random.nextBoolean()) {
            jdbc.sql("insert into call_turn (call_id, turn, said, said_at) values (?, 1, '', ?)")
                    .params(id, now())
                    .update();
        }
        calls.add(id);
        tell(new CallChanged(id));
    }

    /** Also one that ended days ago: its message turned out to be silence, or the carrier was asked again. */
    private void callGoesOn() {
        if (calls.isEmpty()) {
            return;
        }
        UUID id = any(calls);
        jdbc.sql("""
                        update call set outcome = :outcome, extension_id = :extension,
                            answered_at = case when :outcome = 'answered' then coalesce(answered_at, started_at + :wait * interval '1 second') end,
                            ended_at = started_at + interval '20 minutes'
                        where id = :id""")
                .param("id", id)
                .param("outcome", any(OUTCOMES))
                .param("extension", random.nextBoolean() ? extension : null)
                .param("wait", random.nextInt(400))
                .update();
        tell(new CallChanged(id));
    }

    /** Somebody here calls out. */
    UUID dialed() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into dialed_call (id, user_id, user_name, extension_id, phone, from_e164, to_e164, state, rank, outcome, longest,
                            created_at, news_at, why)
                        values (:id, :user, 'Ana', :extension, '+14155550190', '+18335550100', '+14155550142', 'ready', 0, 'in_progress', 60,
                            :now, :now, '')""")
                .param("id", id)
                .param("user", user)
                .param("extension", extension)
                .param("now", now())
                .update();
        dialed.add(id);
        tell(new DialedCallChanged(id, null, house.clock().instant(), Duration.ZERO));
        return id;
    }

    /** Also one of which the carrier told days later what became of it. */
    private void dialedGoesOn() {
        if (dialed.isEmpty()) {
            return;
        }
        UUID id = any(dialed);
        jdbc.sql("""
                        update dialed_call set outcome = :outcome, ended_at = created_at + :talk * interval '1 second' + interval '20 seconds',
                            answered_at = case when :outcome = 'answered' then created_at + interval '20 seconds' end
                        where id = :id returning created_at""")
                .param("id", id)
                .param("outcome", any(REACHED))
                .param("talk", random.nextInt(400))
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .ifPresent(since -> tell(new DialedCallChanged(id, null, since, Duration.ZERO)));
    }

    private void textComesIn() {
        text(true, "them", random.nextInt(4) == 0 ? "opt_out" : "ai", "received");
    }

    private void textLeaves() {
        text(false, any(List.of("assistant", "person", "system")), null, "ready");
    }

    private void text(boolean inbound, String author, @Nullable String meaning, String state) {
        UUID id = UUID.randomUUID();
        int person = random.nextInt(PEOPLE);
        meet(person);
        jdbc.sql("""
                        insert into text_message (id, conversation_id, inbound, ours, theirs, body, author_kind, author_name, meaning, state,
                            epoch, segments, media_count, created_at, changed_at)
                        select :id, id, :inbound, '+18335550100', :theirs, '', :author, '', :meaning, :state, 1, :segments, :media, :now, :now
                        from conversation where contact_id = :contact""")
                .param("id", id)
                .param("contact", contact(person))
                .param("inbound", inbound)
                .param("theirs", number(person).e164())
                .param("author", author)
                .param("meaning", meaning)
                .param("state", state)
                .param("segments", 1 + random.nextInt(3))
                .param("media", random.nextInt(3) == 0 ? 1 : 0)
                .param("now", now())
                .update();
        texts.add(id);
    }

    /** Taken by the carrier at last, refused by it, given back by it, or told about. */
    private void textGoesOn() {
        if (texts.isEmpty()) {
            return;
        }
        UUID id = any(texts);
        String change = switch (random.nextInt(4)) {
            case 0 -> "state = 'accepted', sent_at = coalesce(sent_at, :now)";
            case 1 -> "state = 'ready', sent_at = null, carrier_status = null";
            case 2 -> "state = 'rejected'";
            default -> "carrier_status = :status";
        };
        jdbc.sql("update text_message set changed_at = :now, " + change + " where id = :id and not inbound")
                .param("id", id)
                .param("now", now())
                .param("status", any(STATUSES))
                .update();
        tell(new TextChanged(id));
    }

    private void campaignSends() {
        jdbc.sql("""
                        insert into delivery (campaign_id, to_number, state, due_at, segments, sent_at, changed_at)
                        values (:campaign, :to, 'sending', :now, :segments, :now, :now) on conflict do nothing""")
                .param("campaign", campaign)
                .param(
                        "to",
                        random.nextBoolean()
                                ? number(random.nextInt(PEOPLE)).e164()
                                : "+1415555" + (1000 + random.nextInt(9000)))
                .param("segments", random.nextInt(3))
                .param("now", now())
                .update();
        tell(new CampaignProgressed(campaign, house.clock().instant()));
    }

    private void receiptsCome() {
        List<Instant> left = jdbc.sql("""
                        with told as (select id, sent_at from delivery order by random() limit 3)
                        update delivery d set state = :state, sent_at = case when :back then null else d.sent_at end
                        from told where d.id = told.id and told.sent_at is not null returning told.sent_at""")
                .param("state", any(STATES))
                .param("back", random.nextInt(6) == 0)
                .query((row, index) ->
                        row.getObject("sent_at", OffsetDateTime.class).toInstant())
                .list();
        jdbc.sql("""
                        insert into campaign_opt_out (delivery_id, campaign_id, at)
                        select id, campaign_id, :now from delivery order by random() limit 1 on conflict do nothing""").param("now", now()).update();
        tell(new CampaignProgressed(
                campaign, left.stream().min(Instant::compareTo).orElseGet(house.clock()::instant)));
    }

    private void seldom() {
        if (random.nextInt(3) == 0) {
            isForgotten(random.nextInt(PEOPLE));
        } else if (random.nextInt(3) == 0) {
            areOne(random.nextInt(PEOPLE), random.nextInt(PEOPLE));
        }
    }

    private void isForgotten(int person) {
        house.events().publishEvent(new ContactDeleted(contact(person), List.of(number(person))));
        jdbc.sql("delete from delivery where to_number = ?")
                .param(number(person).e164())
                .update();
        jdbc.sql("delete from text_message where conversation_id = ?")
                .param(contact(person))
                .update();
        jdbc.sql("delete from conversation where id = ?").param(contact(person)).update();
        jdbc.sql("delete from contact where id = ?").param(contact(person)).update();
    }

    private void areOne(int kept, int gone) {
        if (kept == gone) {
            return;
        }
        meet(kept);
        house.events().publishEvent(new ContactsMerged(contact(kept), contact(gone)));
        jdbc.sql("update text_message set conversation_id = ? where conversation_id = ?")
                .params(contact(kept), contact(gone))
                .update();
    }

    private void tell(Object news) {
        for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
            house.events().publishEvent(news);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static UUID contact(int person) {
        return new UUID(7, person);
    }

    private static PhoneNumber number(int person) {
        return new PhoneNumber("+1415555016" + person);
    }

    private OffsetDateTime now() {
        return house.clock().instant().atOffset(ZoneOffset.UTC);
    }
}
