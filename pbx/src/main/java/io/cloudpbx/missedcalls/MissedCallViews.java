package io.cloudpbx.missedcalls;

import io.cloudpbx.access.Colleagues;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.dialing.DialedCallViews;
import io.cloudpbx.missedcalls.MissedCallView.Done;
import io.cloudpbx.missedcalls.MissedCallView.Person;
import io.cloudpbx.missedcalls.store.MissedCallRows;
import io.cloudpbx.missedcalls.store.MissedCallRows.Selection;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about missed calls. */
@Component
public class MissedCallViews {
    private final MissedCallRows rows;
    private final CallViews calls;
    private final DialedCallViews dialed;
    private final Contacts contacts;
    private final Colleagues colleagues;

    MissedCallViews(
            MissedCallRows rows, CallViews calls, DialedCallViews dialed, Contacts contacts, Colleagues colleagues) {
        this.rows = rows;
        this.calls = calls;
        this.dialed = dialed;
        this.contacts = contacts;
        this.colleagues = colleagues;
    }

    /** In the order in which they were missed last, newest first. */
    public List<MissedCallView> newest(Selection selection, int limit) {
        return views(rows.newest(selection, limit));
    }

    private List<MissedCallView> views(List<MissedCall> found) {
        var surroundings = surroundings(found);
        return found.stream().map(missed -> view(missed, surroundings, null)).toList();
    }

    /** Those that wait, whoever has them. */
    public List<MissedCallView> open(int limit) {
        return newest(new Selection(false, null, null), limit);
    }

    /** Those of them that there are, as lists show them. */
    public List<MissedCallView> findAll(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : views(rows.findAll(ids));
    }

    public Optional<MissedCallView> findWithCalls(UUID id) {
        return rows.find(id).map(missed -> view(missed, surroundings(List.of(missed)), callsOf(rows.callsOf(id))));
    }

    /** What else is known about several, each thing asked for once. */
    private record Surroundings(Map<UUID, CallView> last, Map<PhoneNumber, Contact> people, Map<UUID, String> names) {
        @Nullable
        Person colleague(@Nullable UUID id) {
            return id == null ? null : new Person(id, names.getOrDefault(id, "Somebody who left"));
        }
    }

    /** Newest first, those among them that were begun here and handed on. */
    private List<CallView> callsOf(List<UUID> ids) {
        List<CallView> cameIn = calls.newestOf(ids);
        return cameIn.size() == ids.size()
                ? cameIn
                : Stream.concat(cameIn.stream(), dialed.findAll(ids).stream())
                        .sorted(Comparator.comparing(CallView::startedAt).reversed())
                        .toList();
    }

    private Surroundings surroundings(List<MissedCall> found) {
        var last = callsOf(found.stream().map(MissedCall::lastCall).toList()).stream()
                .collect(Collectors.toMap(CallView::id, Function.identity()));
        var ids = contacts.idsOf(found.stream()
                .map(MissedCall::caller)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var people = contacts.byIds(ids.values());
        var byNumber = ids.entrySet().stream()
                .filter(known -> people.containsKey(known.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, known -> people.get(known.getValue())));
        Map<UUID, String> names =
                colleagues.all().stream().collect(Collectors.toMap(who -> who.userId(), who -> who.name()));
        return new Surroundings(last, byNumber, names);
    }

    private static MissedCallView view(MissedCall missed, Surroundings known, @Nullable List<CallView> calls) {
        var caller = Optional.ofNullable(missed.caller());
        var contact = caller.map(known.people()::get);
        String display = caller.map(PhoneNumber::display).orElse("Unknown caller");
        var done = missed.done();
        return new MissedCallView(
                missed.id(),
                caller.map(PhoneNumber::e164).orElse(null),
                display,
                contact.map(Contact::displayName).orElse(display),
                contact.map(Contact::id).orElse(null),
                missed.misses(),
                missed.firstAt(),
                missed.lastAt(),
                missed.wantsCallBack(),
                done == null ? "open" : "done",
                known.colleague(missed.ownerId()),
                done == null
                        ? null
                        : new Done(done.at(), done.how().name().toLowerCase(Locale.ROOT), known.colleague(done.by())),
                Objects.requireNonNull(known.last().get(missed.lastCall())),
                calls,
                missed.version());
    }
}
