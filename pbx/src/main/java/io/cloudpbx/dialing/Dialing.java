package io.cloudpbx.dialing;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.dialing.flow.DialRules.AllUsed;
import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import io.cloudpbx.dialing.flow.DialRules.Refusal;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.dialing.flow.HelpAbroad;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.CeilingRows;
import io.cloudpbx.dialing.store.DialRulesRow;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish to call somebody, unless something speaks against it; {@link Placing} asks the carrier. */
@Service
public class Dialing {
    private final DialedCallRows rows;
    private final DialRulesRow choices;
    private final CeilingRows ceilings;
    private final Door door;
    private final Numbers numbers;
    private final Settings settings;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Dialing(
            DialedCallRows rows,
            DialRulesRow choices,
            CeilingRows ceilings,
            Door door,
            Numbers numbers,
            Settings settings,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.choices = choices;
        this.ceilings = ceilings;
        this.door = door;
        this.numbers = numbers;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Whom somebody wants to call.
     *
     * @param to as they wrote it
     * @param from the number of ours to show; null for their direct one, or else the main one
     * @param ext whose phone rings first; null for their own
     */
    public record Wish(
            String to, @Nullable String from, @Nullable String ext) {}

    /**
     * @throws Problem {@code invalid_fields} beside what cannot be; {@code call_live} while they are in another; {@code call_limit} when the
     *     day's calls or money are used up, {@code company_call_limit} when the company's are; {@code outbound_frozen} in a restored system
     */
    @Transactional
    public UUID call(Wish wish, SignedIn who) {
        PhoneNumber to = callable(wish.to());
        refuse(to);
        var way = door.open(wish.from(), wish.ext(), who);
        Instant now = clock.instant();
        Instant midnight = midnight(now);
        Used used = rows.lockUsed(who.userId(), midnight);
        DialRules rules = choices.hold();
        AllUsed all = rows.allUsed(midnight, now);
        refuse(rules, used, all);
        var call = new DialedCall(
                UUID.randomUUID(),
                who.userId(),
                who.name(),
                way.extension(),
                way.phone(),
                way.from(),
                to,
                null,
                State.READY,
                Reached.IN_PROGRESS,
                (int) rules.longest(used, all).toSeconds(),
                now,
                null,
                null,
                null,
                "");
        rows.insert(call);
        jobs.schedule(Placing.KIND, call.id().toString(), now);
        events.publishEvent(new DialedCallChanged(call.id(), to, now, Duration.ZERO));
        rules.reachedWithOneMore(used, all).ifPresent(ceiling -> reached(ceiling, now));
        return call.id();
    }

    private static PhoneNumber callable(String written) {
        if (HelpAbroad.isOne(written)) {
            throw Problem.invalid(
                    "to",
                    "emergency_number",
                    "is an emergency number of another country, which no carrier connects from here: dial it there, or 911 here");
        }
        return PhoneNumber.written(written)
                .orElseThrow(() -> Problem.invalid("to", "not_a_number", "is no phone number that can be called"));
    }

    private void refuse(PhoneNumber to) {
        if (numbers.holding(to).isPresent()) {
            throw Problem.invalid("to", "own_number", "is one of the company's own numbers");
        }
        door.bar(to).ifPresent(bar -> {
            throw Problem.invalid("to", bar.code(), bar.words());
        });
    }

    private static void refuse(DialRules rules, Used used, AllUsed all) {
        switch (rules.against(used, all).orElse(null)) {
            case Refusal.Calling() -> throw Problem.conflict("call_live", "You are in a call already.");
            case Refusal.TooMany() ->
                throw Problem.conflict(
                        "call_limit",
                        "You have placed as many calls today as one person may; they begin anew at midnight.");
            case Refusal.TooDear() ->
                throw Problem.conflict(
                        "call_limit",
                        "Your calls of today have used up what one person may spend; it begins anew at midnight.");
            case Refusal.Company(var ceiling) ->
                throw Problem.conflict("company_call_limit", ReachedCeiling.sentence(ceiling));
            case null -> {}
        }
    }

    /** Told with the last call that is allowed, as no refusal leaves a trace. */
    private void reached(Ceiling ceiling, Instant now) {
        ceilings.reached(ceiling, now);
        events.publishEvent(new ReachedCeiling(ceiling, now));
    }

    private Instant midnight(Instant now) {
        ZoneId zone = settings.current().timeZone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
