package io.cloudpbx.sandbox.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lets legs of different conversations hear one another. What one utters is uttered once more to each who hears it, at
 * his own present: their time lines go their own ways, and none waits for another.
 */
final class Mixer {
    private final List<Leg> legs = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    /** Who hears what is uttered here. Asked and told on the speaker's time line, or whoever's changes something. */
    interface Listener {
        boolean hears(Leg speaker);

        /** Whether he hears what the carrier says to all. */
        boolean hearsAnnouncements();

        /** @param elapsed how much of it has been uttered already, and is heard by nobody any more */
        Hearing hear(Leg speaker, Utterance utterance, Duration elapsed);
    }

    /** Something that a listener hears. */
    interface Hearing {
        /** @param length of what was uttered in all */
        void finish(Duration length);

        /** The rest is not heard. */
        void cut();
    }

    private record Passage(Leg from, Utterance original, Listener to, Hearing hearing) {}

    /** On the leg's own line: its far side is heard, as the listeners say. */
    void join(Leg leg) {
        synchronized (this) {
            legs.add(leg);
        }
        leg.speakTo(utterance -> spoken(leg, utterance));
    }

    /** On the leg's own line. */
    void leave(Leg leg) {
        leg.speakTo(null);
        synchronized (this) {
            legs.remove(leg);
        }
        cut(passage -> passage.from() == leg);
    }

    void attach(Listener listener) {
        synchronized (this) {
            listeners.add(listener);
        }
        goOn();
    }

    void detach(Listener listener) {
        synchronized (this) {
            listeners.remove(listener);
        }
        cut(passage -> passage.to().equals(listener));
    }

    /** Somebody hears others than before. */
    void changed() {
        cut(passage -> !passage.to().hears(passage.from()) && legs.contains(passage.from()));
        goOn();
    }

    private void cut(Predicate<Passage> unheard) {
        List<Passage> over;
        synchronized (this) {
            over = passages.stream().filter(unheard).toList();
            passages.removeAll(over);
        }
        over.forEach(passage -> passage.hearing().cut());
    }

    /** Who is speaking already is heard from now on by those who did not hear him before. */
    private void goOn() {
        List<Leg> speakers;
        synchronized (this) {
            speakers = List.copyOf(legs);
        }
        speakers.forEach(speaker -> speaker.conversation()
                .timeline()
                .send(() -> speaker.speaking()
                        .filter(utterance -> utterance.kind() != Utterance.Kind.KEY)
                        .ifPresent(utterance -> spoken(speaker, utterance))));
    }

    private void spoken(Leg speaker, Utterance utterance) {
        List<Listener> hearing;
        synchronized (this) {
            if (!legs.contains(speaker)) {
                return;
            }
            hearing = listeners.stream()
                    .filter(listener -> listener.hears(speaker))
                    .toList();
        }
        carry(speaker, utterance, hearing);
    }

    /** What the carrier says on this leg to everybody; the leg itself hears it anyhow. */
    void announce(Leg host, Utterance utterance, Listener itself) {
        List<Listener> hearing;
        synchronized (this) {
            hearing = listeners.stream()
                    .filter(listener -> !listener.equals(itself) && listener.hearsAnnouncements())
                    .toList();
        }
        carry(host, utterance, hearing);
    }

    private void carry(Leg speaker, Utterance utterance, List<Listener> hearing) {
        Duration elapsed = Duration.between(utterance.clip().start(), speaker.now());
        List<Passage> begun = hearing.stream()
                .filter(listener -> !isCarried(utterance, listener))
                .map(listener -> new Passage(speaker, utterance, listener, listener.hear(speaker, utterance, elapsed)))
                .toList();
        // A key is heard at once, and over.
        if (utterance.kind() != Utterance.Kind.KEY && !begun.isEmpty()) {
            synchronized (this) {
                passages.addAll(begun);
            }
            utterance.whenOver(() -> over(utterance));
        }
    }

    private synchronized boolean isCarried(Utterance utterance, Listener listener) {
        return passages.stream()
                .anyMatch(passage ->
                        passage.original() == utterance && passage.to().equals(listener));
    }

    private void over(Utterance utterance) {
        Duration length =
                Duration.between(utterance.clip().start(), utterance.clip().end());
        List<Passage> over;
        synchronized (this) {
            over = passages.stream()
                    .filter(passage -> passage.original() == utterance)
                    .toList();
            passages.removeAll(over);
        }
        over.forEach(passage -> passage.hearing().finish(length));
    }
}
