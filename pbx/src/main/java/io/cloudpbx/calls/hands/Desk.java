package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.DeskScript;
import io.cloudpbx.calls.DeskScript.Colleague;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.calls.store.HandlingRows.Row;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the phone of whoever has a caller hears, by what is done with the call at that moment. */
@Service
public class Desk {
    private final CallRows calls;
    private final HandlingRows rows;
    private final Handlings handlings;
    private final Extensions extensions;
    private final Settings settings;
    private final Jobs jobs;
    private final Clock clock;
    private final DeskScript script;

    Desk(
            CallRows calls,
            HandlingRows rows,
            Handlings handlings,
            Extensions extensions,
            Settings settings,
            Jobs jobs,
            Clock clock,
            CallUrls urls) {
        this.calls = calls;
        this.rows = rows;
        this.handlings = handlings;
        this.extensions = extensions;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
        this.script = new DeskScript(urls);
    }

    /** The phone was led here. It changes nothing, so that it may be asked again. */
    @Transactional(readOnly = true)
    public String next(UUID id, CarrierId leg) {
        var call = calls.find(id).orElse(null);
        return rows.of(id)
                .map(row -> row.leg().equals(leg) ? holder(row, call) : colleague(row, leg, call))
                .orElseGet(() -> over(call))
                .toXml();
    }

    private Response holder(Row row, @Nullable Call call) {
        return switch (row.stage()) {
            case HELD -> script.meeting(row.call(), are(call) + " on hold.", true);
            case PARKED -> script.over(are(call) + " parked in slot " + row.slot() + ".");
            case TOGETHER -> script.meeting(row.call(), "", true);
            case ALL -> script.meeting(row.call(), "", false);
            case ASIDE ->
                colleagueOf(row)
                        .map(colleague -> script.asking(row.call(), colleague, call == null ? null : call.to()))
                        .orElseGet(() -> script.meeting(
                                row.call(), "Your colleague has no phone that is called from here.", true));
        };
    }

    private Optional<Colleague> colleagueOf(Row row) {
        var destinations = settings.current().destinations();
        return Optional.ofNullable(row.colleagueId())
                .flatMap(extensions::find)
                .flatMap(extension -> Optional.ofNullable(extension.forwardTo())
                        .filter(phone -> destinations.against(phone).isEmpty())
                        .map(phone -> new Colleague(extension.ext(), extension.name(), phone)));
    }

    private Response colleague(Row row, CarrierId leg, @Nullable Call call) {
        return row.stage() == Stage.ALL && leg.equals(row.colleagueLeg())
                ? script.meeting(row.call(), "", false)
                : script.over(are(call) + " not with you any more.");
    }

    private Response over(@Nullable Call call) {
        if (call != null && call.isLive()) {
            return script.over(are(call) + " not with you any more.");
        }
        return script.over(cameIn(call) ? "The caller hung up." : "They hung up.");
    }

    /** Whoever was called from here is no caller. */
    private static boolean cameIn(@Nullable Call call) {
        return call == null || call.cameIn();
    }

    private static String are(@Nullable Call call) {
        return cameIn(call) ? "The caller is" : "They are";
    }

    public String over(UUID call) {
        return over(calls.find(call).orElse(null)).toXml();
    }

    /** The call to a colleague is over for whoever has the caller: passed on, joined, or not taken, or the colleague left. */
    @Transactional
    public String asked(UUID id, CarrierId leg) {
        var call = calls.lock(id).orElse(null);
        return rows.of(id)
                .map(row -> asked(row, leg, call))
                .orElseGet(() -> over(call))
                .toXml();
    }

    private Response asked(Row row, CarrierId leg, @Nullable Call call) {
        if (!row.leg().equals(leg)) {
            return script.over(cameIn(call) ? "You passed the caller on." : "You passed them on.");
        }
        if (row.stage() != Stage.ASIDE) {
            return script.meeting(row.call(), "", row.stage() != Stage.ALL);
        }
        String name = handlings.name(row.colleagueId());
        String what = row.colleagueLeg() == null ? name + " did not take the call." : name + " hung up.";
        rows.save(row.at(Stage.TOGETHER, clock.instant()));
        handlings.tell(row.call(), "asked/" + row.since(), "Back from " + name, what.substring(0, what.length() - 1));
        jobs.soon(BringBack.KIND, row.call().toString());
        return script.meeting(
                row.call(), what + (cameIn(call) ? " Here is your caller again." : " Here they are again."), true);
    }
}
