package io.cloudpbx.sandbox.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what a leg's far side utters, until it is closed. */
final class Ear implements AutoCloseable {
    private final List<Utterance> utterances = new ArrayList<>();
    private final Consumer<Ear> whenClosed;

    Ear(Consumer<Ear> whenClosed) {
        this.whenClosed = whenClosed;
    }

    void hear(Utterance utterance) {
        utterances.add(utterance);
    }

    List<Utterance> heard() {
        return utterances;
    }

    List<Utterance> speech() {
        return utterances.stream().filter(Utterance::isSpeech).toList();
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
