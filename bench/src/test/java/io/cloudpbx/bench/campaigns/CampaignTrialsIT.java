package io.cloudpbx.bench.campaigns;

import static io.cloudpbx.bench.campaigns.TrialGround.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes that send campaigns and are hindered at it in every way. Handsets judge by the carrier's ledger, not we by our tables:
 * nobody gets it twice, nobody is lost, and whatever nobody can know is listed.
 */
class CampaignTrialsIT {
    /** Half a minute, and how long it may take until somebody sees to it. */
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(38);

    /** The database's files belong to another user when the tests run as root; logs are looked for when something went wrong. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static TrialGround ground;
    private static Installation installation;

    @BeforeAll
    static void two_nodes_share_a_database_and_a_carrier() throws Exception {
        ground = new TrialGround(folder);
        installation = ground.installation();
    }

    @AfterAll
    static void everything_ends() throws Exception {
        ground.close();
    }

    @Test
    void one_node_is_frozen_over_its_leases_and_wakes_while_hundreds_write_stop() throws Exception {
        // To the first number people write STOP, and it answers them.
        List<String> senders = installation.senders().subList(1, 4);
        List<String> many = ground.people(2_000);
        List<String> few = ground.people(300);
        List<String> stopping = IntStream.range(0, many.size() / 4)
                .mapToObj(i -> many.get(4 * i + 3))
                .toList();
        String beside = installation.company().begins("Beside", few, senders.subList(2, 3));
        String storm = installation.company().begins("Storm", many, senders.subList(0, 2));
        var frozen = new Freezing(installation, installation.nodes().get(1), new Random(1));

        frozen.freezeInTheMiddle();
        long since = System.nanoTime();
        int hasty = new Handsets(installation.carrier()).secondsOverTheRate(senders);
        var stops = new Storm(installation, stopping);
        stops.write();
        TimeUnit.NANOSECONDS.sleep(LONGER_THAN_A_LEASE.toNanos() - (System.nanoTime() - since));
        frozen.wake();

        List<String> others =
                many.stream().filter(each -> !stopping.contains(each)).toList();
        Verdict verdict = ground.over(storm, others, many.size());
        assertKept(verdict);
        assertKept(ground.over(beside, few, few.size()));
        assertThat(frozen.isAlive()).isTrue();
        assertThat(new Handsets(installation.carrier()).secondsOverTheRate(senders))
                .as("seconds in which a number was too fast")
                .isEqualTo(hasty);
        stops.judge(installation.company().states(storm));
    }

    @Test
    void the_database_is_killed_twice_in_the_middle() throws Exception {
        List<String> all = ground.people(900);
        String campaign = installation.company().begins("Database", all, installation.senders());

        for (int kill = 0; kill < 2; kill++) {
            awaitSending();
            TimeUnit.MILLISECONDS.sleep(1_500);
            installation.database().kill();
            TimeUnit.SECONDS.sleep(2);
        }

        assertKept(ground.over(campaign, all, all.size()));
        assertThat(installation.nodes()).allMatch(Node::isAlive);
    }

    @Test
    void the_carrier_refuses_fails_hangs_and_cuts() throws Exception {
        List<String> all = ground.people(500);
        Stream.of(
                        fault("answer", "\"statuses\":[{\"status\":429,\"code\":20429}]", 0.1),
                        fault("answer", "\"statuses\":[{\"status\":500},{\"status\":503}]", 0.03),
                        fault("answer", "\"statuses\":[{\"status\":500},{\"status\":503}],\"executed\":true", 0.05),
                        fault("cut", "\"when\":\"before\"", 0.02),
                        fault("cut", "\"when\":\"after\"", 0.05),
                        fault("cut", "\"when\":\"during\"", 0.02),
                        fault("delay", "\"fromMs\":10500,\"toMs\":12000", 0.03))
                .forEach(CampaignTrialsIT::breaks);
        String campaign = installation.company().begins("Faults", all, installation.senders());

        Verdict verdict = ground.over(campaign, all, all.size());
        installation.control("DELETE", "/sandbox/faults", "");

        assertKept(verdict);
        assertThat(verdict.texts() + verdict.doubted().size()).isEqualTo(all.size());
        assertThat(statuses(all)).contains(201, 429, 500, 503);
        // Whom the carrier refused for sure got it in the end, unless it was in doubt the next time.
        assertThat(verdict.doubted().size()).isLessThan(all.size() / 5);
    }

    private static void awaitSending() throws InterruptedException {
        List<Relay> ways = installation.nodes().stream().map(Node::wayToCarrier).toList();
        int before = ways.stream().mapToInt(Relay::answers).sum();
        while (ways.stream().mapToInt(Relay::answers).sum() == before) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static List<Integer> statuses(List<String> people) {
        return installation.nodes().stream()
                .flatMap(node -> node.wayToCarrier().passed().stream())
                .filter(passed -> people.contains(passed.to()))
                .map(Relay.Passed::status)
                .distinct()
                .toList();
    }

    private static String fault(String name, String details, double probability) {
        return """
                {"where":{"part":"rest","method":"POST","route":"*/Messages.json"},
                 "what":{"fault":"%s",%s},"howOften":{"probability":%s},"seed":%d}""".formatted(name, details, probability, name.hashCode() + details.hashCode());
    }

    private static void breaks(String rule) {
        try {
            installation.control("POST", "/sandbox/faults", rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
