package io.cloudpbx.bench.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two nodes, the database they share, and a carrier, for trials of which each has people of its own. */
final class TrialGround implements AutoCloseable {
    private static final double PER_SECOND = 80;
    private static final Duration FINDING = Duration.ofSeconds(90);

    private final Installation installation;
    private int people;

    TrialGround(Path folder) throws Exception {
        this.installation = new Installation(PackagedPrograms.found(), folder, 2, PER_SECOND);
    }

    Installation installation() {
        return installation;
    }

    List<String> people(int count) {
        List<String> some = People.of(people, count);
        people += count;
        return some;
    }

    Verdict over(String campaign, List<String> judged, int recipients) throws Exception {
        var aftermath = new Aftermath(installation, campaign, judged, recipients);
        aftermath.awaitSent();
        return aftermath.verdict(FINDING);
    }

    static void assertKept(Verdict verdict) {
        assertThat(verdict.twice()).as("twice").isEmpty();
        assertThat(verdict.lost()).as("lost").isEmpty();
        assertThat(verdict.contradicted()).as("got it, though it did not leave").isEmpty();
        assertThat(verdict.unfound()).as("got it, and is still doubted").isEmpty();
        assertThat(verdict.withheld()).as("did not get it").isEmpty();
        assertThat(verdict.wrongSum()).as("by how much figures miss").isZero();
    }

    @Override
    public void close() throws Exception {
        installation.close();
    }
}
