package io.cloudpbx.missedcalls;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.NumberHours;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.AfterMissedCall;
import io.cloudpbx.missedcalls.flow.TextBackLimits;
import io.cloudpbx.missedcalls.flow.When;
import io.cloudpbx.missedcalls.store.MissedCallRows;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Texts back who was missed, when the number wants that: at most once per caller and day of the company. That it is to be, and the text
 * itself, are one transaction; from there on it is sent, judged by the gate and explained like every other text.
 */
@Component
class TextingBack implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TextingBack.class);
    private static final String KIND = "missedcalls.text-back";

    /** A message may be heard of after the call's end, and whoever left one was not missed. */
    private static final Duration UNTIL_CERTAIN = Duration.ofMinutes(1);

    private final MissedCallRows missed;
    private final TextBacks choices;
    private final CallViews calls;
    private final NumberHours hours;
    private final Contacts contacts;
    private final Settings settings;
    private final AfterMissedCall texts;
    private final Jobs jobs;
    private final TransactionOperations transactions;
    private final Clock clock;

    TextingBack(
            MissedCallRows missed,
            TextBacks choices,
            CallViews calls,
            NumberHours hours,
            Contacts contacts,
            Settings settings,
            AfterMissedCall texts,
            Jobs jobs,
            TransactionOperations transactions,
            Clock clock) {
        this.missed = missed;
        this.choices = choices;
        this.calls = calls;
        this.hours = hours;
        this.contacts = contacts;
        this.settings = settings;
        this.texts = texts;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction in which the call was missed. */
    void consider(Call call) {
        if (Optional.ofNullable(call.to())
                .flatMap(choices::of)
                .filter(choice -> choice.when() != When.OFF)
                .isPresent()) {
            Duration pause = calls.mayHaveLeftMessage(call.id()) ? UNTIL_CERTAIN : Duration.ZERO;
            jobs.schedule(KIND, call.id().toString(), clock.instant().plus(pause));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        transactions.executeWithoutResult(
                status -> calls.find(UUID.fromString(key)).ifPresent(this::textBack));
        return new Outcome.Done();
    }

    /** Who withheld their number has none to text, and who has been seen to meanwhile needs no text. */
    private void textBack(CallView call) {
        var caller = number(call.from());
        var called = number(call.to());
        Instant missedAt = Objects.requireNonNullElse(call.endedAt(), call.startedAt());
        boolean inTime = TextBackLimits.isInTime(missedAt, clock.instant());
        if (inTime && caller.isPresent() && called.isPresent() && missed.waits(call.id())) {
            choices.of(called.get())
                    .filter(choice -> choice.when().covers(hours.isOpen(called.get(), call.startedAt())))
                    .filter(choice -> hasRoom())
                    .filter(choice -> choices.isFirstOfDay(caller.get(), today(), clock.instant()))
                    .ifPresent(choice -> texts.text(
                            call.id(), caller.get(), called.get(), choice.to(fields(caller.get(), called.get()))));
        }
    }

    private boolean hasRoom() {
        boolean room = choices.haveRoom(clock.instant());
        if (!room) {
            LOG.warn("A missed caller is not texted back, as too many were within an hour");
        }
        return room;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.current().timeZone());
    }

    private Map<String, String> fields(PhoneNumber caller, PhoneNumber called) {
        Map<String, String> fields = new HashMap<>();
        contacts.byNumber(caller).map(contact -> contact.name().strip()).ifPresent(name -> {
            fields.put("name", name);
            fields.put("firstName", name.split("\\s+", 2)[0]);
        });
        fields.put("business", settings.current().businessName());
        fields.put("number", called.display());
        return fields;
    }

    private static Optional<PhoneNumber> number(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(PhoneNumber::reported);
    }
}
