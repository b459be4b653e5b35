package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queues of all accounts, and who waits in them ({@code twilio.md} sections 8.2 and 12). Queues outlive the carrier;
 * who waits is a call, and does not.
 */
public final class Queues {
    private static final String FRONT = "Front";

    private final Equipment equipment;
    private final Table<CallQueue> queues;
    private final Map<String, List<Waiter>> waiting = new HashMap<>();
    private final Map<String, List<Leg>> dialling = new HashMap<>();

    Queues(Equipment equipment) {
        this.equipment = equipment;
        this.queues = equipment.state().table("queue", CallQueue.class);
    }

    /** The account has a queue of this name. */
    public static final class NameTaken extends RuntimeException {
        NameTaken(String name) {
            super("A queue named " + name + " exists already");
        }
    }

    /** Somebody waits in it. */
    public static final class NotEmpty extends RuntimeException {
        NotEmpty(String sid) {
            super("Queue " + sid + " is not empty");
        }
    }

    /**
     * One who waits.
     *
     * @param position 1 is who is dequeued next
     */
    public record Member(String callSid, String queueSid, int position, Duration waited, Instant dateEnqueued) {}

    /** All, oldest first. */
    public List<CallQueue> all() {
        return queues.all();
    }

    public Optional<CallQueue> find(String sid) {
        return queues.get(sid);
    }

    Optional<CallQueue> named(String accountSid, String name) {
        return queues.all().stream()
                .filter(queue -> queue.accountSid().equals(accountSid)
                        && queue.friendlyName().equals(name))
                .findFirst();
    }

    /** @throws NameTaken when the account has one of this name */
    public synchronized CallQueue create(String accountSid, String name, int maxSize) {
        requireFree(accountSid, name);
        Instant now = equipment.clock().instant();
        CallQueue queue = new CallQueue(Sids.next("QU"), accountSid, name, maxSize, now, now);
        queues.put(queue.sid(), queue);
        return queue;
    }

    /** @throws NameTaken when the account has another one of this name */
    public synchronized CallQueue change(CallQueue queue, String name, int maxSize) {
        if (!queue.friendlyName().equals(name)) {
            requireFree(queue.accountSid(), name);
        }
        CallQueue changed = queue.with(name, maxSize, equipment.clock().instant());
        queues.put(changed.sid(), changed);
        return changed;
    }

    private void requireFree(String accountSid, String name) {
        if (named(accountSid, name).isPresent()) {
            throw new NameTaken(name);
        }
    }

    /** @throws NotEmpty when somebody waits in it */
    public synchronized void delete(CallQueue queue) {
        if (!waiters(queue.sid()).isEmpty()) {
            throw new NotEmpty(queue.sid());
        }
        queues.remove(queue.sid());
    }

    /** Who waits, in the order in which they are dequeued. */
    public synchronized List<Member> members(String queueSid) {
        List<Waiter> all = waiters(queueSid);
        Instant now = equipment.clock().instant();
        List<Member> members = new ArrayList<>();
        for (Waiter waiter : all) {
            members.add(new Member(
                    waiter.leg().call().sid(), queueSid, members.size() + 1, waiter.waited(now), waiter.since()));
        }
        return members;
    }

    /** How long those who wait have waited on the average; none when nobody does. */
    public Duration averageWait(String queueSid) {
        List<Member> members = members(queueSid);
        return members.isEmpty()
                ? Duration.ZERO
                : members.stream()
                        .map(Member::waited)
                        .reduce(Duration.ZERO, Duration::plus)
                        .dividedBy(members.size());
    }

    /** @param callSid a call's SID, or {@code Front} */
    public Optional<Member> member(String queueSid, String callSid) {
        return members(queueSid).stream()
                .filter(member -> callSid.equals(FRONT) || member.callSid().equals(callSid))
                .findFirst();
    }

    /** Takes a call out of the queue, to another document; empty when it does not wait there. */
    public synchronized Optional<Member> dequeue(String queueSid, String callSid, WebhookTarget to) {
        Optional<Member> wanted = member(queueSid, callSid);
        wanted.flatMap(member -> waiters(queueSid).stream()
                        .filter(waiter -> waiter.leg().call().sid().equals(member.callSid()))
                        .findFirst())
                .ifPresent(waiter -> {
                    waiters(queueSid).remove(waiter);
                    Leg leg = waiter.leg();
                    leg.conversation().timeline().send(() -> leg.redirect(new Instructions.Fetch(to, Map.of())));
                });
        return wanted;
    }

    // What calls do

    /** A place in the queue, which is made when there is none of this name; empty when it is full. */
    synchronized Optional<Waiter> enter(Leg leg, Verb.Enqueue enqueue) {
        int size = Objects.requireNonNullElse(enqueue.maxSize(), CallQueue.USUAL_SIZE);
        CallQueue queue = named(leg.account().sid(), enqueue.name())
                .orElseGet(() -> create(leg.account().sid(), enqueue.name(), size));
        List<Waiter> before = waiters(queue.sid());
        if (before.size() >= queue.maxSize()) {
            return Optional.empty();
        }
        Waiter waiter = new Waiter(leg, queue, leg.now());
        before.add(waiter);
        dialling.getOrDefault(queue.sid(), List.of())
                .forEach(agent -> agent.conversation().timeline().send(() -> {}));
        return Optional.of(waiter);
    }

    synchronized void leave(Waiter waiter) {
        waiters(waiter.queue().sid()).remove(waiter);
    }

    /** From now on the leg is told when somebody enters the queue. */
    synchronized void watch(Leg agent, CallQueue queue) {
        dialling.computeIfAbsent(queue.sid(), sid -> new ArrayList<>()).add(agent);
    }

    synchronized void watchNoMore(Leg agent, CallQueue queue) {
        dialling.getOrDefault(queue.sid(), new ArrayList<>()).remove(agent);
    }

    /** Takes whoever is first, for this agent; null when nobody waits. */
    synchronized @Nullable Waiter takeFirst(Leg agent, CallQueue queue, @Nullable Callback whisper) {
        List<Waiter> all = waiters(queue.sid());
        if (all.isEmpty()) {
            return null;
        }
        Waiter first = all.removeFirst();
        first.calledBy(agent, whisper);
        return first;
    }

    private List<Waiter> waiters(String queueSid) {
        return waiting.computeIfAbsent(queueSid, sid -> new ArrayList<>());
    }
}
