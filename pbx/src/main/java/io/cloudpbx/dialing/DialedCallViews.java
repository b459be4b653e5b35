package io.cloudpbx.dialing;

import io.cloudpbx.calls.CallFilter;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallView.Party;
import io.cloudpbx.calls.CallView.StepView;
import io.cloudpbx.calls.CallsElsewhere;
import io.cloudpbx.calls.TakenOverViews;
import io.cloudpbx.calls.TakenOverViews.Now;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.Called;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.dialing.store.DialedLogRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Stretch;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows calls that somebody here began in the log of all calls. */
@Component
public class DialedCallViews implements CallsElsewhere {
    private final DialedCallRows rows;
    private final DialedLogRows log;
    private final CalledRows phones;
    private final TakenOverViews taken;
    private final Contacts contacts;
    private final Extensions extensions;

    DialedCallViews(
            DialedCallRows rows,
            DialedLogRows log,
            CalledRows phones,
            TakenOverViews taken,
            Contacts contacts,
            Extensions extensions) {
        this.rows = rows;
        this.log = log;
        this.phones = phones;
        this.taken = taken;
        this.contacts = contacts;
        this.extensions = extensions;
    }

    @Override
    public Stretch<CallView> newest(CallFilter filter, @Nullable Cursor after, int limit) {
        boolean others =
                filter.outcome() != null && Reached.named(filter.outcome()).isEmpty();
        return others
                ? new Stretch<>(List.of(), null)
                : log.newest(filter, after, limit).as(this::views);
    }

    @Override
    public List<CallView> live() {
        return views(rows.live());
    }

    @Override
    public int liveCount() {
        return rows.liveCount();
    }

    @Override
    public Optional<CallView> findWithSteps(UUID id) {
        return rows.find(id).map(call -> {
            var extension = extensions.find(call.extensionId());
            return view(call, names(call, extension), steps(call, extension));
        });
    }

    public Optional<CallView> find(UUID id) {
        return rows.find(id).map(call -> view(call, names(call, extensions.find(call.extensionId())), null));
    }

    public List<CallView> findAll(Collection<UUID> ids) {
        return views(rows.findAll(ids));
    }

    private List<CallView> views(List<DialedCall> calls) {
        Map<UUID, Extension> byId =
                extensions.findAll(calls.stream().map(DialedCall::extensionId).collect(Collectors.toSet()));
        Map<PhoneNumber, String> people = contacts.names(calls.stream()
                .flatMap(call -> Optional.ofNullable(call.to()).stream())
                .toList());
        return calls.stream()
                .map(call -> view(call, names(call, people, Optional.ofNullable(byId.get(call.extensionId()))), null))
                .toList();
    }

    /** Who is in it, as far as they have names. */
    private record Names(@Nullable String called, Optional<Extension> extension) {}

    private Names names(DialedCall call, Optional<Extension> extension) {
        return names(
                call, contacts.names(Optional.ofNullable(call.to()).stream().toList()), extension);
    }

    private static Names names(DialedCall call, Map<PhoneNumber, String> people, Optional<Extension> extension) {
        return new Names(Optional.ofNullable(call.to()).map(people::get).orElse(null), extension);
    }

    private CallView view(DialedCall call, Names names, @Nullable List<StepView> steps) {
        Instant ended = call.endedAt();
        Now now = now(call, steps != null);
        var to = Optional.ofNullable(call.to());
        return new CallView(
                call.id(),
                "outbound",
                names.called(),
                call.from().e164(),
                call.from().display(),
                to.map(PhoneNumber::e164).orElse(null),
                shown(to),
                call.createdAt(),
                call.answeredAt(),
                ended,
                ended == null ? null : Duration.between(call.createdAt(), ended).toSeconds(),
                call.isLive(),
                now.where(),
                call.outcome().name().toLowerCase(Locale.ROOT),
                now.holder() != null
                        ? now.holder()
                        : names.extension().map(DialedCallViews::party).orElse(null),
                now.summary(),
                now.inHands(),
                steps,
                null,
                steps == null
                        ? null
                        : to.map(number -> contacts.idsOf(List.of(number)).get(number))
                                .orElse(null),
                steps == null ? null : now.voicemails());
    }

    /** Whoever began it has the other side until it is handed over, and again when it is over. */
    private Now now(DialedCall call, boolean story) {
        if (!call.isLive()) {
            var left = story ? taken.of(call.id()).map(Now::voicemails) : Optional.<List<UUID>>empty();
            return new Now(false, "ended", call.why(), null, null, List.of(), left.orElse(List.of()));
        }
        return taken.of(call.id()).filter(Now::live).orElseGet(() -> {
            boolean waits = call.state() == State.TALKING
                    && phones.of(call.id()).filter(Called::waits).isPresent();
            return new Now(
                    true,
                    waits ? "held" : where(call.state()),
                    waits ? "On hold" : now(call.state()),
                    null,
                    null,
                    List.of(),
                    List.of());
        });
    }

    private static Party party(Extension extension) {
        return new Party(extension.id(), extension.ext(), extension.name());
    }

    private static String shown(Optional<PhoneNumber> to) {
        return to.map(PhoneNumber::display).orElse(CallView.DELETED);
    }

    private static String where(State state) {
        return switch (state) {
            case READY, ASKING, UNKNOWN, RINGING_YOU, CONNECTING -> "ringing";
            case TALKING -> "talking";
            case ENDED -> "ended";
        };
    }

    private static String now(State state) {
        return switch (state) {
            case READY, ASKING -> "Being placed";
            case UNKNOWN -> "The carrier has not confirmed it yet; it is being looked for";
            case RINGING_YOU -> "Ringing their own phone";
            case CONNECTING -> "Ringing the other side";
            case TALKING -> "Talking";
            case ENDED -> "Over";
        };
    }

    private List<StepView> steps(DialedCall call, Optional<Extension> extension) {
        List<StepView> steps = new ArrayList<>();
        steps.add(new StepView(
                call.createdAt(),
                "ringing",
                "Ringing " + call.phone().display(),
                call.userName() + " called from the dashboard; their own phone rings first"));
        if (call.acceptedAt() != null) {
            steps.add(new StepView(
                    call.acceptedAt(), "ringing", "Ringing " + shown(Optional.ofNullable(call.to())), "1 was pressed"));
        }
        if (call.answeredAt() != null) {
            steps.add(new StepView(call.answeredAt(), "connected", "Talking", "They answered"));
        }
        String holder = extension.map(Extension::name).orElse(call.userName());
        phones.of(call.id()).map(Called::holds).orElse(List.of()).forEach(hold -> {
            steps.add(new StepView(hold.from(), "held", "On hold", holder + " put them on hold"));
            if (hold.until() != null) {
                steps.add(new StepView(hold.until(), "connected", "Talking", "The two are back together"));
            }
        });
        List<StepView> since = taken.of(call.id()).map(Now::steps).orElse(List.of());
        steps.addAll(since);
        if (call.endedAt() != null
                && since.stream().noneMatch(step -> step.kind().equals("ended"))) {
            steps.add(new StepView(call.endedAt(), "ended", "The call ended", call.why()));
        }
        return steps;
    }
}
