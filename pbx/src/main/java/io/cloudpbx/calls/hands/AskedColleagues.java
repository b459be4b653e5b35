package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.DeskScript;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.calls.store.HandlingRows.Row;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The phone of a colleague who is asked: what it hears before the two are joined, and what became of it. */
@Service
public class AskedColleagues {
    private final CallRows calls;
    private final HandlingRows rows;
    private final LegRows legs;
    private final Handlings handlings;
    private final Extensions extensions;
    private final Clock clock;
    private final DeskScript script;

    AskedColleagues(
            CallRows calls,
            HandlingRows rows,
            LegRows legs,
            Handlings handlings,
            Extensions extensions,
            Clock clock,
            CallUrls urls) {
        this.calls = calls;
        this.rows = rows;
        this.legs = legs;
        this.handlings = handlings;
        this.extensions = extensions;
        this.clock = clock;
        this.script = new DeskScript(urls);
    }

    @Transactional
    public String question(UUID id, CarrierId leg, String ext) {
        reported(id, leg, ext, CallStatus.IN_PROGRESS);
        String about = calls.find(id).map(AskedColleagues::about).orElse("from an unknown caller");
        return asking(id, ext)
                .map(row -> script.question(id, ext, handlings.name(row.extensionId()), about))
                .orElseGet(script::declined)
                .toXml();
    }

    private static String about(Call call) {
        String who = Optional.ofNullable(call.from()).map(PhoneNumber::spoken).orElse("an unknown caller");
        return (call.cameIn() ? "from " : "with ") + who;
    }

    /** Empty when they are not asked any more. */
    private Optional<Row> asking(UUID id, String ext) {
        var colleague = extensions.byExt(ext).map(Extension::id);
        return rows.of(id)
                .filter(row -> row.stage() == Stage.ASIDE)
                .filter(row -> colleague.isPresent() && colleague.get().equals(row.colleagueId()));
    }

    /** Joins the two when 1 was pressed, else lets the phone go. */
    @Transactional
    public String pressed(UUID id, CarrierId leg, String ext, String digits) {
        if (!digits.equals("1") || calls.lock(id).filter(Call::isLive).isEmpty()) {
            return script.declined().toXml();
        }
        return asking(id, ext)
                .filter(row -> row.colleagueLeg() == null || row.colleagueLeg().equals(leg))
                .map(row -> {
                    rows.save(row.joinedBy(leg));
                    legs.accepted(leg, clock.instant());
                    String colleague = handlings.name(row.colleagueId());
                    handlings.tell(
                            id,
                            "colleague/" + leg.value(),
                            handlings.name(row.extensionId()) + " talks to " + colleague,
                            colleague + " pressed 1");
                    return script.joined();
                })
                .orElseGet(script::declined)
                .toXml();
    }

    /** News of that phone. */
    @Transactional
    public void reported(UUID id, CarrierId leg, String ext, CallStatus status) {
        // The call's row before the phone's, as for everything else about this phone.
        if (calls.lock(id).isEmpty()) {
            return;
        }
        legs.reported(leg, id, extensions.byExt(ext).map(Extension::id), status, clock.instant());
        if (status.isOver()) {
            handlings.hungUp(leg);
        }
    }
}
