package io.cloudpbx.bench.campaigns;

import static io.cloudpbx.bench.campaigns.TrialGround.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at every point of a text's way, judged by the carrier's ledger. It runs beside the other trials. */
class CampaignKillsIT {
    private static final int KILLS = 25;
    private static final int RECIPIENTS = 5_000;

    /** The database's files belong to another user when the tests run as root; logs are looked for when something went wrong. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void killed_again_and_again_nobody_gets_it_twice_and_nobody_is_lost() throws Exception {
        try (var ground = new TrialGround(folder)) {
            var trial = new Trial(KILLS, RECIPIENTS, 2, System.nanoTime());

            Report report = CampaignsBench.report(trial, ground.installation(), System.out, false);

            report.print();
            assertKept(report.verdict());
            assertThat(report.verdict().texts() + report.verdict().doubted().size())
                    .isEqualTo(RECIPIENTS);
            assertThat(report.killed()).isEqualTo(KILLS);
            assertThat(report.kills()).containsOnlyKeys(KillPoint.values());
        }
    }
}
