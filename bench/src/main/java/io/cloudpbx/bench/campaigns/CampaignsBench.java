package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Options;
import io.cloudpbx.bench.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * {@code ./cloudpbx bench campaigns}: one campaign whose sending nodes are killed with {@code kill -9} again and again. The
 * carrier's ledger judges: nobody twice, nobody lost, every doubt listed.
 */
public final class CampaignsBench {
    public static final Set<String> OPTIONS = Trial.OPTIONS;

    /** Within it a text that arrived is found at the carrier, whatever was killed meanwhile. */
    private static final Duration FINDING = Duration.ofMinutes(3);

    private CampaignsBench() {}

    /** @return 0 when everything was kept that is promised, else 1 */
    public static int run(Options options, Programs programs, PrintStream out) throws Exception {
        Trial trial = Trial.of(options);
        Path folder = Files.createTempDirectory("cloudpbx-campaigns");
        out.printf(
                "%,d recipients at %.1f texts a second, %,d kills, %d nodes, seed %d%n",
                trial.recipients(), trial.perSecond(), trial.kills(), trial.nodes(), trial.seed());
        Report report;
        try (var installation = new Installation(programs, folder, trial.nodes(), trial.perSecond())) {
            report = report(trial, installation, out, true);
        }
        report.print();
        if (report.isKept()) {
            delete(folder);
            return 0;
        }
        out.println("The promise was not kept; logs are in " + folder);
        return 1;
    }

    /** @param toTheEnd whether each doubt is waited for until it ends, which takes more than five minutes after the last kill */
    static Report report(Trial trial, Installation installation, PrintStream out, boolean toTheEnd) throws Exception {
        List<String> recipients = People.of(0, trial.recipients());
        long began = System.nanoTime();
        String campaign = installation.company().begins("Killed", recipients, installation.senders());
        var killing = new Killing(installation, campaign, trial.seed());
        killing.by(trial.plan(), out);
        var aftermath = new Aftermath(installation, campaign, recipients, recipients.size());
        aftermath.awaitSent();
        Duration sending = Duration.ofNanos(System.nanoTime() - began);
        out.printf(
                "sent after %,d s; looking for what is in doubt%s%n",
                sending.toSeconds(), toTheEnd ? ", which takes a good five minutes" : "");
        if (toTheEnd) {
            aftermath.awaitDoubtsEnd();
        }
        Verdict verdict = aftermath.verdict(FINDING);
        return new Report(trial, killing.kills(), verdict, Doubts.in(installation.database()), sending);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
