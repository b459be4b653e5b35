package io.cloudpbx.campaigns.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * When texts leave whose numbers keep to a rate each, and together to the account's. All times are in seconds from now.
 *
 * @param begins of each text, in the order in which they were given
 * @param numbersFree when each number may send again after them
 * @param accountFree when any may
 */
public record SharedTime(List<Double> begins, Map<PhoneNumber, Double> numbersFree, double accountFree) {
    public SharedTime {
        begins = List.copyOf(begins);
        numbersFree = Map.copyOf(numbersFree);
    }

    /**
     * A text.
     *
     * @param before how long its number must be idle first
     * @param seconds how long its number is busy with it
     */
    public record Text(PhoneNumber number, double before, double seconds) {}

    /**
     * Whose number is free first goes first, so that nobody waits for a number while others could go.
     *
     * @param free when each number is free, at the earliest when anything can leave
     * @param accountFree the same for the account
     * @param between how long after a text the next one of any number may leave
     */
    public static SharedTime of(List<Text> texts, Map<PhoneNumber, Double> free, double accountFree, double between) {
        Map<PhoneNumber, Double> numbersFree = new HashMap<>(free);
        Map<PhoneNumber, Queue<Integer>> waiting = byNumber(texts);
        var next = new PriorityQueue<PhoneNumber>(
                Comparator.<PhoneNumber>comparingDouble(numbersFree::get).thenComparing(Comparator.naturalOrder()));
        next.addAll(waiting.keySet());
        List<Double> begins = new ArrayList<>(Collections.nCopies(texts.size(), 0.0));
        double account = accountFree;
        for (var number = next.poll(); number != null; number = next.poll()) {
            Queue<Integer> its = Objects.requireNonNull(waiting.get(number));
            int place = its.remove();
            Text text = texts.get(place);
            double begin = Math.max(Objects.requireNonNull(numbersFree.get(number)) + text.before(), account);
            begins.set(place, begin);
            numbersFree.put(number, begin + text.seconds());
            account = begin + between;
            if (!its.isEmpty()) {
                next.add(number);
            }
        }
        return new SharedTime(begins, numbersFree, account);
    }

    private static Map<PhoneNumber, Queue<Integer>> byNumber(List<Text> texts) {
        Map<PhoneNumber, Queue<Integer>> byNumber = new LinkedHashMap<>();
        for (int place = 0; place < texts.size(); place++) {
            byNumber.computeIfAbsent(texts.get(place).number(), same -> new ArrayDeque<>())
                    .add(place);
        }
        return byNumber;
    }
}
