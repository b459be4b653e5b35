package io.cloudpbx.hooks;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.dialing.DialedCallViews;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.VoicemailViews;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is to tell of something that changed, as the API shows it at this moment. */
@Component
class Sights {
    private static final Set<String> SENT = Set.of("queued", "accepted", "sending", "sent", "delivered", "read");
    private static final Set<String> FAILED =
            Set.of("refused", "rejected", "not_confirmed", "undelivered", "failed", "canceled");

    private final CallLog calls;
    private final Mailboxes mailboxes;
    private final Texts texts;
    private final CampaignViews campaigns;
    private final Clock clock;

    Sights(CallLog calls, Mailboxes mailboxes, Texts texts, CampaignViews campaigns, Clock clock) {
        this.calls = calls;
        this.mailboxes = mailboxes;
        this.texts = texts;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Component
    record CallLog(CallViews received, DialedCallViews dialed) {
        Optional<CallView> find(UUID id) {
            return received.find(id).or(() -> dialed.find(id));
        }
    }

    @Component
    record Mailboxes(Voicemails voicemails, VoicemailViews views) {}

    @Component
    record Texts(MessageViews messages, ConversationViews conversations, OptOuts optOuts) {}

    /** All that has become of a call so far. */
    Stream<Happening> call(UUID id) {
        return calls.find(id).stream().flatMap(Sights::told);
    }

    private static Stream<Happening> told(CallView call) {
        boolean inbound = call.direction().equals("inbound");
        boolean missed = inbound
                && Outcome.named(call.outcome()).filter(Outcome::isMissed).isPresent();
        PhoneNumber person = number(inbound ? call.from() : call.to());
        return Stream.of(
                        told(EventType.CALL_STARTED, call.startedAt(), person, call),
                        told(EventType.CALL_ANSWERED, call.answeredAt(), person, call),
                        told(EventType.CALL_ENDED, call.endedAt(), person, call),
                        told(EventType.CALL_MISSED, missed ? call.endedAt() : null, person, call))
                .flatMap(Optional::stream);
    }

    /** Empty for what has not happened. */
    private static Optional<Happening> told(
            EventType type, @Nullable Instant at, @Nullable PhoneNumber person, CallView call) {
        return Optional.ofNullable(at).map(then -> new Happening(type, call.id().toString(), then, person, call));
    }

    Optional<Happening> voicemail(UUID id) {
        return mailboxes
                .voicemails()
                .find(id)
                .filter(voicemail -> voicemail.state() == Voicemail.State.STORED)
                .map(voicemail -> new Happening(
                        EventType.VOICEMAIL_STORED,
                        id.toString(),
                        voicemail.receivedAt(),
                        voicemail.from(),
                        mailboxes.views().show(voicemail)));
    }

    Optional<Happening> received(UUID id) {
        return texts.messages()
                .find(id)
                .map(text -> new Happening(EventType.TEXT_RECEIVED, id.toString(), now(), number(text.from()), text));
    }

    /** Of a text of ours whose fate is decided, or decided otherwise than it first seemed. */
    Optional<Happening> sent(UUID id) {
        return texts.messages()
                .find(id)
                .filter(text -> text.direction().equals("outbound"))
                .flatMap(text ->
                        fate(text).map(type -> new Happening(type, id.toString(), now(), number(text.to()), text)));
    }

    private static Optional<EventType> fate(MessageView text) {
        if (SENT.contains(text.status())) {
            return Optional.of(EventType.TEXT_SENT);
        }
        return FAILED.contains(text.status()) ? Optional.of(EventType.TEXT_FAILED) : Optional.empty();
    }

    /** Asked for twice, it is told twice. */
    Optional<Happening> waiting(UUID id) {
        Instant now = now();
        return texts.conversations()
                .find(id)
                .map(conversation -> new Happening(
                        EventType.CONVERSATION_NEEDS_PERSON,
                        id + "@" + now,
                        now,
                        number(conversation.from()),
                        conversation));
    }

    /** @param source where it comes from, such as {@code keyword}; {@code quote} the words that decided */
    private record OptedOut(String number, String display, Instant since, String source, String quote) {
        static OptedOut of(OptOut optOut) {
            return new OptedOut(
                    optOut.number().e164(),
                    optOut.number().display(),
                    optOut.since(),
                    optOut.source().name().toLowerCase(Locale.ROOT),
                    optOut.quote());
        }
    }

    Optional<Happening> optedOut(PhoneNumber number) {
        return texts.optOuts()
                .of(number)
                .map(optOut -> new Happening(
                        EventType.CONTACT_OPTED_OUT,
                        number.e164() + "@" + optOut.since(),
                        now(),
                        number,
                        OptedOut.of(optOut)));
    }

    /** One that is reopened and ends again is told again. */
    Optional<Happening> campaign(UUID id) {
        return campaigns.ended(id).map(campaign -> {
            Instant ended = Objects.requireNonNull(campaign.endedAt());
            return new Happening(EventType.CAMPAIGN_ENDED, id + "@" + ended, ended, null, campaign);
        });
    }

    private static @Nullable PhoneNumber number(@Nullable String text) {
        return text == null ? null : PhoneNumber.reported(text).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
