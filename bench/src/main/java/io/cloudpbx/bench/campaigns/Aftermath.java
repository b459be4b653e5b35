package io.cloudpbx.bench.campaigns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until a campaign has come to rest, and judges it. */
final class Aftermath {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);
    /** Whatever was handed over has reached its handset by then. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Company company;
    private final Handsets handsets;
    private final String campaign;
    private final List<String> judged;
    private final int recipients;

    /**
     * @param judged those of the campaign's recipients who are looked at
     * @param recipients how many it has
     */
    Aftermath(Installation installation, String campaign, List<String> judged, int recipients) {
        this.company = installation.company();
        this.handsets = new Handsets(installation.carrier());
        this.campaign = campaign;
        this.judged = judged;
        this.recipients = recipients;
    }

    /** When nothing is left to send; gives up when nothing moves for too long. */
    void awaitSent() throws IOException, InterruptedException {
        await(counts -> counts.getOrDefault("waiting", 0) + counts.getOrDefault("leaving", 0));
    }

    /** When it is known of each doubt, or said that it is not. */
    void awaitDoubtsEnd() throws IOException, InterruptedException {
        await(counts -> counts.getOrDefault("checking", 0));
    }

    private interface Left {
        int of(Map<String, Integer> counts);
    }

    private void await(Left left) throws IOException, InterruptedException {
        int last = -1;
        long moved = System.nanoTime();
        for (int now = left.of(company.counts(campaign)); now > 0; now = left.of(company.counts(campaign))) {
            if (now != last) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > 2 * LONGEST_PAUSE.toNanos()) {
                return;
            }
            last = now;
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    /** The verdict as soon as each text that arrived is found, or when that takes too long. */
    Verdict verdict(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Verdict verdict = judge();
        while (!(verdict.isKept() && verdict.unfound().isEmpty()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            verdict = judge();
        }
        // One that comes late would be the second one.
        TimeUnit.MILLISECONDS.sleep(SILENCE.toMillis());
        return judge();
    }

    private Verdict judge() throws IOException, InterruptedException {
        Map<String, String> states = company.states(campaign);
        return Verdict.of(judged, recipients, handsets.texts(), states, company.counts(campaign));
    }
}
