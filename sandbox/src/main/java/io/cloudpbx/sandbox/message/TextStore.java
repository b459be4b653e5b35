package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All texts, journalled, with an index per account, number and date, so that a list does not look at what it does not
 * show. Of texts that have come to their end the oldest are forgotten when there are too many.
 */
public final class TextStore {
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int RECENT = 100;

    private final CarrierState state;
    private final Table<Text> table;
    private final int kept;
    private final Object lock = new Object();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Entry> bySid = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Place, Entry>> shelves = new ConcurrentHashMap<>();
    private final NavigableMap<Place, Entry> everything = new ConcurrentSkipListMap<>(Place.NEWEST_FIRST);

    /** @param kept how many texts are remembered at least */
    TextStore(CarrierState state, int kept) {
        this.state = state;
        this.table = state.table("text", Text.class);
        this.kept = kept;
        table.all().forEach(this::file);
    }

    /** A text and when it was made, among all of them. */
    private static final class Entry {
        private final Place created;
        private volatile Text text;

        Entry(long number, Text text) {
            this.created = new Place(Instant.EPOCH, number);
            this.text = text;
        }
    }

    /** Where an entry stands on a shelf: by date, where dates are wanted, and in the order of creation. */
    private record Place(Instant at, long number) {
        static final Comparator<Place> NEWEST_FIRST = (one, other) -> {
            int later = other.at.compareTo(one.at);
            return later != 0 ? later : Long.compare(other.number, one.number);
        };
    }

    /**
     * Which texts a list shows; null filters nothing.
     *
     * @param sent when they were sent; texts without a date are not shown then, and the last sent come first
     */
    public record Wanted(
            String accountSid,
            @Nullable String to,
            @Nullable String from,
            @Nullable Span sent) {
        private boolean shows(Text text) {
            return (to == null || to.equals(text.route().to()))
                    && (from == null || from.equals(text.route().from()))
                    && (sent == null || sent.holds(text.progress().sent()));
        }
    }

    /** From {@code start} to before {@code end}. */
    public record Span(Instant start, Instant end) {
        boolean holds(@Nullable Instant at) {
            return at != null && !at.isBefore(start) && at.isBefore(end);
        }
    }

    /** Adds a text; to be awaited with {@link #awaitDurable}. */
    long add(Text text) {
        synchronized (lock) {
            file(text);
            forgetTheOldest();
            return table.note(text.sid(), text);
        }
    }

    private void file(Text text) {
        Entry entry = new Entry(numbers.incrementAndGet(), text);
        bySid.put(text.sid(), entry);
        everything.put(entry.created, entry);
        placesOf(entry, text).forEach((shelf, place) -> shelf(shelf).put(place, entry));
    }

    /** What a change has made of a text, and the ticket for {@link #awaitDurable}. */
    record Changed(Text text, long ticket) {}

    /** Changes a text; empty when it is gone or the change gives it back as it was. */
    Optional<Changed> change(String sid, UnaryOperator<Text> change) {
        synchronized (lock) {
            Entry entry = bySid.get(sid);
            if (entry == null) {
                return Optional.empty();
            }
            Text before = entry.text;
            Text after = change.apply(before);
            if (after == before) {
                return Optional.empty();
            }
            entry.text = after;
            // A text only ever comes to more shelves, so that a list never misses it while it changes.
            Map<String, Place> more = placesOf(entry, after);
            more.keySet().removeAll(placesOf(entry, before).keySet());
            more.forEach((shelf, place) -> shelf(shelf).put(place, entry));
            return Optional.of(new Changed(after, table.note(sid, after)));
        }
    }

    void delete(String sid) {
        synchronized (lock) {
            takeAway(sid);
        }
        table.remove(sid);
    }

    void awaitDurable(long ticket) {
        table.awaitDurable(ticket);
    }

    private void takeAway(String sid) {
        Entry entry = bySid.remove(sid);
        if (entry != null) {
            everything.remove(entry.created);
            placesOf(entry, entry.text)
                    .forEach((shelf, place) -> shelves.computeIfPresent(shelf, (key, entries) -> {
                        entries.remove(place);
                        // Numbers that nobody has texted any more take no memory.
                        return entries.isEmpty() ? null : entries;
                    }));
        }
    }

    private void forgetTheOldest() {
        if (bySid.size() <= kept + FORGOTTEN_AT_ONCE) {
            return;
        }
        List<Text> oldest = oldestFirst()
                .filter(text -> !text.underWay())
                .limit(FORGOTTEN_AT_ONCE)
                .toList();
        oldest.forEach(text -> {
            takeAway(text.sid());
            table.noteRemoval(text.sid());
            text.content().attachments().forEach(attachment -> state.deleteAttachment(attachment.sid()));
        });
    }

    private static Map<String, Place> placesOf(Entry entry, Text text) {
        Text.Route route = text.route();
        Map<String, Place> places = new HashMap<>();
        places.put(route.accountSid(), entry.created);
        places.put(toShelf(route.accountSid(), route.to()), entry.created);
        if (route.from() != null) {
            places.put(fromShelf(route.accountSid(), route.from()), entry.created);
        }
        Instant sent = text.progress().sent();
        if (sent != null) {
            places.put(sentShelf(route.accountSid()), new Place(sent, entry.created.number()));
        }
        return places;
    }

    private NavigableMap<Place, Entry> shelf(String key) {
        return shelves.computeIfAbsent(key, any -> new ConcurrentSkipListMap<>(Place.NEWEST_FIRST));
    }

    private static String toShelf(String accountSid, String number) {
        return accountSid + ">" + number;
    }

    private static String fromShelf(String accountSid, String number) {
        return accountSid + "<" + number;
    }

    private static String sentShelf(String accountSid) {
        return accountSid + "@";
    }

    public Optional<Text> find(String sid) {
        return Optional.ofNullable(bySid.get(sid)).map(entry -> entry.text);
    }

    Stream<Text> oldestFirst() {
        return everything.descendingMap().values().stream().map(entry -> entry.text);
    }

    /** Of every account. */
    public Stream<Text> newestFirst() {
        return everything.values().stream().map(entry -> entry.text);
    }

    /** Newest first: what follows the text with this SID, or everything when it is not known. */
    public List<Text> following(Wanted wanted, String sid, long skipped, int limit) {
        Selection selection = selection(wanted);
        Entry cursor = bySid.get(sid);
        NavigableMap<Place, Entry> rest =
                cursor == null ? selection.entries() : selection.entries().tailMap(selection.placeOf(cursor), false);
        return shown(wanted, rest).skip(skipped).limit(limit).toList();
    }

    /** Newest first: those just before the text with this SID. */
    public List<Text> preceding(Wanted wanted, String sid, int limit) {
        Entry cursor = bySid.get(sid);
        if (cursor == null) {
            return List.of();
        }
        Selection selection = selection(wanted);
        var newer =
                selection.entries().headMap(selection.placeOf(cursor), false).descendingMap();
        return shown(wanted, newer).limit(limit).toList().reversed();
    }

    /** The number from which this recipient last had a text of the service; null when there is none in his last 100. */
    @Nullable
    String lastSender(String accountSid, String serviceSid, String to) {
        return existing(toShelf(accountSid, to)).values().stream()
                .limit(RECENT)
                .map(entry -> entry.text.route())
                .filter(route -> serviceSid.equals(route.serviceSid()) && route.from() != null)
                .map(Text.Route::from)
                .findFirst()
                .orElse(null);
    }

    /** When anything last happened to a text; the beginning of time when there is none. */
    Instant lastChanged() {
        return newestFirst()
                .map(text -> text.progress().updated())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    public boolean knows(String sid) {
        return bySid.containsKey(sid);
    }

    /** The part of a shelf that a list is read from. */
    private record Selection(NavigableMap<Place, Entry> entries, boolean byDate) {
        Place placeOf(Entry entry) {
            Instant sent = entry.text.progress().sent();
            return byDate && sent != null ? new Place(sent, entry.created.number()) : entry.created;
        }
    }

    /** The shortest shelf that holds all that is wanted. */
    private Selection selection(Wanted wanted) {
        if (wanted.to() != null) {
            return new Selection(existing(toShelf(wanted.accountSid(), wanted.to())), false);
        }
        if (wanted.from() != null) {
            return new Selection(existing(fromShelf(wanted.accountSid(), wanted.from())), false);
        }
        if (wanted.sent() == null) {
            return new Selection(existing(wanted.accountSid()), false);
        }
        Place newest = new Place(wanted.sent().end(), 0);
        Place oldest = new Place(wanted.sent().start(), 0);
        return new Selection(existing(sentShelf(wanted.accountSid())).subMap(newest, false, oldest, true), true);
    }

    private NavigableMap<Place, Entry> existing(String shelf) {
        NavigableMap<Place, Entry> entries = shelves.get(shelf);
        return entries == null ? new ConcurrentSkipListMap<>(Place.NEWEST_FIRST) : entries;
    }

    private static Stream<Text> shown(Wanted wanted, NavigableMap<Place, Entry> entries) {
        return entries.values().stream().map(entry -> entry.text).filter(wanted::shows);
    }
}
