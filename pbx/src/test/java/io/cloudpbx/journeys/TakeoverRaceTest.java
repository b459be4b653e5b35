package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Drafts;
import io.cloudpbx.messaging.Drafts.Question;
import io.cloudpbx.messaging.Outbox;
import io.cloudpbx.messaging.Replies;
import io.cloudpbx.messaging.arrive.Arrivals;
import io.cloudpbx.messaging.arrive.Arriving;
import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person takes over while the assistant is answering. What the carrier got, and when, decides: after a takeover has been
 * answered, no text of the assistant may come to it. Time is real here, so that both sides mean the same by "after".
 */
class TakeoverRaceTest {
    private static final int RACES = Integer.getInteger("cloudpbx.races", 10_000);
    /** The carrier shows its newest thousand texts, so no round may have more. */
    private static final int ROUND = 500;

    private static final int AT_ONCE = 12;
    private static final int LONGEST_HEAD_START_MICROS = 12_000;

    private static final TwoPrograms PROGRAMS = TwoPrograms.inRealTime();

    private final Arrivals arrivals = PROGRAMS.bean(Arrivals.class);
    private final Conversations conversations = PROGRAMS.bean(Conversations.class);
    private final Drafts drafts = PROGRAMS.bean(Drafts.class);
    private final Replies replies = PROGRAMS.bean(Replies.class);
    private final JdbcClient database = PROGRAMS.bean(JdbcClient.class);
    private final Job sending = PROGRAMS.beans(Job.class).stream()
            .filter(job -> job.kind().equals(Outbox.SENDING))
            .findFirst()
            .orElseThrow();
    private final Owner dana = new Owner(UUID.randomUUID(), "Dana Whitfield");

    @AfterAll
    static void both_stop() {
        PROGRAMS.close();
    }

    @Test
    void after_a_takeover_the_assistant_says_nothing_any_more() throws Exception {
        PROGRAMS.outside().control("PUT", "/sandbox/senders/%2B18335550100", Map.of("segmentsPerSecond", 100_000));
        int before = 0;
        int dropped = 0;
        for (int first = 0; first < RACES; first += ROUND) {
            Round round = run(first, Math.min(first + ROUND, RACES));
            assertThat(round.after()).as("texts after a takeover, by seed").isEmpty();
            before += round.before();
            dropped += round.dropped();
        }
        // Both must have happened, or nothing raced.
        assertThat(before).as("answered before the takeover").isPositive();
        assertThat(dropped).as("silenced by it").isPositive();
    }

    /** @param after seeds of races in which the assistant spoke after it had been silenced */
    private record Round(int before, int dropped, List<Integer> after) {}

    private Round run(int first, int end) throws InterruptedException, ExecutionException {
        var takenOver = new ConcurrentHashMap<String, Instant>();
        try (var racers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(first, end)
                    .forEach(seed -> running.add(racers.submit(() -> takenOver.put(person(seed), race(seed)))));
            for (Future<?> race : running) {
                race.get();
            }
        }
        await().until(this::nothingIsUnderWay);
        return judge(first, end, takenOver);
    }

    /** When the takeover had been answered. */
    private Instant race(int seed) {
        Random chance = new Random(seed);
        Question question = ask(seed);
        var assistant = Thread.ofVirtual().start(() -> {
            pause(chance.nextInt(LONGEST_HEAD_START_MICROS));
            if (drafts.answer(question, "Answer " + seed)) {
                sending.run(draftOf(question), 1);
            }
        });
        pause(new Random(~seed).nextInt(LONGEST_HEAD_START_MICROS));
        replies.takeOver(question.conversationId(), dana, null);
        Instant answered = Instant.now();
        try {
            assistant.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answered;
    }

    private Question ask(int seed) {
        arrivals.receive(new Arriving(
                new CarrierId("SM%032x".formatted(seed)),
                person(seed),
                Outside.MAIN_NUMBER,
                "Are you open on Saturday?",
                0,
                List.of()));
        return drafts.question(conversations.lockWith(person(seed)).id()).orElseThrow();
    }

    private String draftOf(Question question) {
        return database.sql("select id from text_message where answers = :asked")
                .param("asked", question.text().id())
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String person(int seed) {
        return "+1559%07d".formatted(2_000_000 + seed);
    }

    private static void pause(int micros) {
        LockSupport.parkNanos(micros * 1_000L);
    }

    private boolean nothingIsUnderWay() {
        return database.sql("select count(*) from text_message where state in ('ready', 'sending', 'unknown')")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private Round judge(int first, int end, Map<String, Instant> takenOver) {
        var sentAt = new ConcurrentHashMap<String, Instant>();
        PROGRAMS.outside()
                .control("GET", "/sandbox/messages?limit=1000", null)
                .get("messages")
                .valueStream()
                .filter(text -> text.get("body").asString().startsWith("Answer "))
                .forEach(text -> sentAt.put(
                        text.get("to").asString(),
                        Instant.parse(text.at("/history/0/at").asString())));
        List<Integer> after = IntStream.range(first, end)
                .filter(seed -> at(sentAt, seed).isAfter(at(takenOver, seed)))
                .boxed()
                .toList();
        int sent = (int) IntStream.range(first, end)
                .filter(seed -> sentAt.containsKey(person(seed)))
                .count();
        return new Round(sent - after.size(), end - first - sent, after);
    }

    private static Instant at(Map<String, Instant> times, int seed) {
        return times.getOrDefault(person(seed), Instant.EPOCH);
    }
}
