package io.cloudpbx.campaigns.send;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Asks which of some things are members of a set that lies elsewhere. Whoever asks while another's question is on its way is asked
 * about with all who came meanwhile, by a question that begins after they came: so an answer is never older than who wants it.
 */
final class AskedTogether<T> {
    private final Function<List<T>, Collection<T>> members;
    private final Queue<Asked<T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock asking = new ReentrantLock();

    /** @param members those of the given that are in it */
    AskedTogether(Function<List<T>, Collection<T>> members) {
        this.members = members;
    }

    private record Asked<T>(T thing, CompletableFuture<Boolean> answer) {}

    /** @throws RuntimeException what the question about it ended with, if it did not end well */
    boolean isMember(T thing) {
        var asked = new Asked<>(thing, new CompletableFuture<Boolean>());
        waiting.add(asked);
        asking.lock();
        try {
            if (!asked.answer().isDone()) {
                askAboutAll();
            }
        } finally {
            asking.unlock();
        }
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** How many will be asked about by the next question. */
    int waiting() {
        return waiting.size();
    }

    private void askAboutAll() {
        List<Asked<T>> all = new ArrayList<>();
        for (Asked<T> next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        try {
            Collection<T> found = members.apply(all.stream().map(Asked::thing).toList());
            all.forEach(asked -> asked.answer().complete(found.contains(asked.thing())));
        } catch (RuntimeException failed) {
            all.forEach(asked -> asked.answer().completeExceptionally(failed));
        }
    }
}
