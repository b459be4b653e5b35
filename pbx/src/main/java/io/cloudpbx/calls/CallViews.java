package io.cloudpbx.calls;

import io.cloudpbx.calls.CallView.InHands;
import io.cloudpbx.calls.CallView.Names;
import io.cloudpbx.calls.store.CallLists;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Wish;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.ExtensionBadge;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about calls. */
@Component
public class CallViews implements ExtensionBadge {
    private static final Pattern OWN_NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** As the database orders ids, which is by their digits. */
    private static final Comparator<CallView> NEWEST_FIRST = Comparator.comparing(CallView::startedAt)
            .thenComparing(call -> call.id().toString())
            .reversed();

    private final CallRows rows;
    private final CallLists lists;
    private final StepRows steps;
    private final TurnRows turns;
    private final TapeRows tapes;
    private final HandsShown hands;
    private final Voicemails voicemails;
    private final Contacts contacts;
    private final Extensions extensions;
    private final List<CallsElsewhere> elsewhere;

    CallViews(
            CallRows rows,
            CallLists lists,
            StepRows steps,
            TurnRows turns,
            TapeRows tapes,
            HandsShown hands,
            Voicemails voicemails,
            Contacts contacts,
            Extensions extensions,
            List<CallsElsewhere> elsewhere) {
        this.rows = rows;
        this.lists = lists;
        this.steps = steps;
        this.turns = turns;
        this.tapes = tapes;
        this.hands = hands;
        this.voicemails = voicemails;
        this.contacts = contacts;
        this.extensions = extensions;
        this.elsewhere = elsewhere;
    }

    /** Those on the line, longest first. */
    public List<CallView> live() {
        return Stream.concat(show(lists.live()).stream(), elsewhere.stream().flatMap(others -> others.live().stream()))
                .sorted(NEWEST_FIRST.reversed())
                .toList();
    }

    public int liveCount() {
        return lists.liveCount()
                + elsewhere.stream().mapToInt(CallsElsewhere::liveCount).sum();
    }

    /** One that came in. */
    public Optional<CallView> find(UUID id) {
        return newestOf(List.of(id)).stream().findFirst();
    }

    /** A call by our name for it, or by the carrier's, which is the one a voicemail remembers. */
    public Optional<CallView> findWithSteps(String name) {
        var ours = named(name);
        return ours.filter(Call::cameIn)
                .map(call -> show(call, story(call)))
                .or(() -> ours.map(Call::id).or(() -> own(name)).flatMap(this::findElsewhere));
    }

    private static Optional<UUID> own(String name) {
        return OWN_NAME.matcher(name).matches() ? Optional.of(UUID.fromString(name)) : Optional.empty();
    }

    private CallView.Story story(Call call) {
        List<UUID> left =
                voicemails.leftIn(call.carrierId()).stream().map(Voicemail::id).toList();
        UUID contact = Optional.ofNullable(call.from())
                .map(from -> contacts.idsOf(List.of(from)).get(from))
                .orElse(null);
        return new CallView.Story(steps.of(call.id()), tapes.of(call.id()), contact, left);
    }

    private CallView show(Call call, CallView.@Nullable Story story) {
        return show(List.of(call), story).getFirst();
    }

    private Optional<CallView> findElsewhere(UUID id) {
        return elsewhere.stream()
                .flatMap(others -> others.findWithSteps(id).stream())
                .findFirst()
                .map(call -> call.heard(tapes.of(id)));
    }

    private Optional<Call> named(String name) {
        return own(name)
                .flatMap(rows::find)
                .or(() -> CarrierId.isOne(name) ? rows.byCarrierId(new CarrierId(name)) : Optional.empty());
    }

    /** What the caller told the receptionist, in a sentence of theirs; empty when they told nothing. */
    public String wish(UUID id) {
        return Wish.of(turns.wordsIn(id));
    }

    public List<HourCount> byHour(Instant from, Instant to, ZoneId zone) {
        return lists.byHour(from, to, zone.getId());
    }

    /** Seconds until a person answered, of half of those who were answered at most; null when nobody was. */
    public @Nullable Integer medianAnswer(Instant from, Instant to) {
        return lists.medianAnswer(from, to);
    }

    public @Nullable Integer longestWait(Instant from, Instant to) {
        return lists.longestWait(from, to);
    }

    /** Whether they were asked to leave a message, which may be heard of after the call's end. */
    public boolean mayHaveLeftMessage(UUID id) {
        return rows.wasOfferedMailbox(id);
    }

    /** Whether they asked to be called back. */
    public boolean wantsCallBack(UUID id) {
        return steps.has(id, StepTaken.Kind.CALL_BACK);
    }

    /** When the newest call of theirs began, after that instant, that a person took. */
    public Optional<Instant> reachedSince(PhoneNumber caller, Instant since) {
        return lists.reachedSince(caller, since);
    }

    /** These, newest first. */
    public List<CallView> newestOf(Collection<UUID> ids) {
        return show(lists.newestOf(ids));
    }

    /** Whether a call ever came in. */
    public boolean any() {
        return lists.any();
    }

    List<CallView> show(List<Call> calls) {
        return show(calls, null);
    }

    private List<CallView> show(List<Call> calls, CallView.@Nullable Story story) {
        Surroundings around = surroundings(calls);
        return calls.stream()
                .map(call -> CallView.of(call, around.names(call), around.inHands(call), story))
                .toList();
    }

    private Surroundings surroundings(List<Call> calls) {
        List<PhoneNumber> callers =
                calls.stream().map(Call::from).filter(Objects::nonNull).toList();
        Set<UUID> parties =
                calls.stream().map(Call::extensionId).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Surroundings(contacts.names(callers), extensions.findAll(parties), hands.of(calls));
    }

    /** Who is behind numbers, what extensions are called, and which calls somebody has in hands. */
    private record Surroundings(
            Map<PhoneNumber, String> people, Map<UUID, Extension> extensions, Map<UUID, InHands> hands) {
        Names names(Call call) {
            return new Names(
                    Optional.ofNullable(call.from()).map(people::get).orElse(null),
                    Optional.ofNullable(call.extensionId()).map(extensions::get));
        }

        @Nullable
        InHands inHands(Call call) {
            return hands.get(call.id());
        }
    }

    @Override
    public String name() {
        return "inCall";
    }

    @Override
    public Map<UUID, Integer> counts() {
        return lists.talkingByExtension();
    }
}
