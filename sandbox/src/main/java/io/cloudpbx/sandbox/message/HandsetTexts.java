package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The screens of outside phones: the newest texts of each, and not too many in all. */
public final class HandsetTexts {
    private static final int PER_HANDSET = 500;

    private final CarrierState state;
    private final Table<HandsetText> table;
    private final Table<Reception> receptions;
    private final int kept;
    private final Deque<String> oldestFirst = new ArrayDeque<>();
    private final Map<String, Deque<HandsetText>> byNumber = new HashMap<>();

    HandsetTexts(CarrierState state, int kept) {
        this.state = state;
        this.table = state.table("handset-text", HandsetText.class);
        this.receptions = state.table("handset-texting", Reception.class);
        this.kept = kept;
        table.byKey().forEach(this::file);
    }

    /** Shows a text on its handset; on disk with the next change that is awaited. */
    synchronized long show(HandsetText text) {
        String key = text.number() + " " + text.sid();
        if (table.get(key).isPresent()) {
            // It was shown just before the carrier's end, and is delivered again after it.
            return table.note(key, text);
        }
        file(key, text);
        forgetTheOldest();
        return table.note(key, text);
    }

    private void file(String key, HandsetText text) {
        oldestFirst.addLast(key);
        Deque<HandsetText> screen = byNumber.computeIfAbsent(text.number(), any -> new ArrayDeque<>());
        screen.addLast(text);
    }

    private void forgetTheOldest() {
        while (oldestFirst.size() > kept) {
            forget(oldestFirst.removeFirst());
        }
    }

    private void forget(String key) {
        String number = key.substring(0, key.indexOf(' '));
        Deque<HandsetText> screen = byNumber.get(number);
        if (screen != null) {
            HandsetText oldest = screen.removeFirst();
            // What a person has sent belongs to the message that it became.
            if (oldest.incoming()) {
                oldest.attachments().forEach(attachment -> state.deleteAttachment(attachment.sid()));
            }
            if (screen.isEmpty()) {
                byNumber.remove(number);
            }
        }
        table.noteRemoval(key);
    }

    /** Oldest first. */
    public synchronized List<HandsetText> screen(String number) {
        List<HandsetText> all = new ArrayList<>(byNumber.getOrDefault(number, new ArrayDeque<>()));
        return List.copyOf(all.subList(Math.max(0, all.size() - PER_HANDSET), all.size()));
    }

    /** What becomes of texts to this number. */
    public Reception receptionOf(String number) {
        return receptions.get(number).orElseGet(() -> new Reception.Deliver(null, null));
    }

    public void teach(String number, Reception reception) {
        receptions.put(number, reception);
    }

    public void forgetReception(String number) {
        receptions.remove(number);
    }
}
