package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.outage.Noted;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way in for whatever the carrier asks and tells about calls: to the database, or to {@link Alone} when that is away. */
@Service
public class Answering {
    /** After that the caller would hear silence before the carrier turns to the fallback, which takes messages alone (R16). */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Calls calls;
    private final Legs legs;
    private final Tapes tapes;
    private final Alone alone;
    private final DatabaseWatch database;

    Answering(Calls calls, Legs legs, Tapes tapes, Alone alone, DatabaseWatch database) {
        this.calls = calls;
        this.legs = legs;
        this.tapes = tapes;
        this.alone = alone;
        this.database = database;
    }

    /** What happened, told by what is known of who pressed 1. */
    public interface Happening {
        CallEvent known(Predicate<CarrierId> accepted);
    }

    /** What the phone is told to do next, as TwiML. */
    public String answer(CallWebhook webhook, Happening happening) {
        return deciding(
                webhook.call(),
                () -> calls.answer(webhook, happening.known(legs::wasAccepted)),
                () -> alone.answer(webhook, happening.known(leg -> alone.wasAccepted(webhook.call(), leg))));
    }

    /**
     * The same where the receptionist is asked, which takes its time outside of any transaction.
     *
     * @param digits what the caller pressed; nothing else is understood without the receptionist
     */
    public String converse(CallWebhook webhook, Talk talk, String digits, Supplier<String> receptionist) {
        if (alone.leads(webhook.call())) {
            return alone.answer(webhook, withoutReceptionist(talk, digits));
        }
        try {
            return database.within(PATIENCE, receptionist);
        } catch (DatabaseAway away) {
            return alone.answer(webhook, withoutReceptionist(talk, digits));
        }
    }

    /** Whoever talks with the receptionist may be recorded, and whoever they are connected to must not be: a message is no surprise. */
    private CallEvent withoutReceptionist(Talk talk, String digits) {
        if (alone.mayBeRecorded()) {
            return new CallerSpoke(talk, new Decision.TakeMessage(null, ""), talk.language());
        }
        return digits.isEmpty()
                ? new CallerSpoke(
                        talk, new Decision.Operator("The receptionist cannot listen now", ""), talk.language())
                : new CallerPressed(talk, digits);
    }

    /**
     * Asks whoever picked up to press 1.
     *
     * @param place of the group for which the phone is rung; null when it is for whoever it belongs to
     * @param shown the number that their phone shows, spoken
     */
    public String screen(CarrierId leg, CarrierId parent, String ext, @Nullable String place, String shown) {
        return deciding(parent, () -> legs.screen(leg, parent, ext, place), () -> alone.screen(ext, shown));
    }

    public String screened(CarrierId leg, CarrierId parent, String ext, String digits) {
        return deciding(
                parent, () -> legs.screened(leg, parent, ext, digits), () -> alone.screened(leg, parent, ext, digits));
    }

    /**
     * What a caller hears who does not want the recording that they were told of.
     *
     * @throws DatabaseAway when that cannot be written down, nor looked up how the call goes on without it. Nothing has begun then: what
     *     begins it comes after the announcement, and the key led away from there
     */
    public String unrecorded(UUID tape) {
        return database.decided(PATIENCE, () -> tapes.refuse(tape).orElseThrow());
    }

    private String deciding(CarrierId call, Supplier<String> asked, Supplier<String> byHeart) {
        if (alone.leads(call)) {
            return byHeart.get();
        }
        try {
            return database.decided(PATIENCE, asked);
        } catch (DatabaseAway away) {
            return byHeart.get();
        }
    }

    /** News, which is written down now or when the database is back. */
    public void told(CarrierId call, Noted.What news, Runnable writing) {
        if (alone.leads(call)) {
            alone.note(call, news);
            return;
        }
        try {
            database.decided(PATIENCE, () -> {
                writing.run();
                return true;
            });
        } catch (DatabaseAway away) {
            alone.note(call, news);
        }
    }
}
