package io.cloudpbx.bench.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Freezes a node just when it holds claims and has requests prepared. */
final class Freezing {
    private static final int TRIES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Installation installation;
    private final Node node;
    private final Standstills standstills;

    Freezing(Installation installation, Node node, Random random) {
        this.installation = installation;
        this.node = node;
        this.standstills = new Standstills(installation.database(), random);
    }

    void freezeInTheMiddle() throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            try (Standstill standstill = standstills.at(KillPoint.CLAIMED, node)) {
                if (standstill.isReachedWithin(PATIENCE)) {
                    node.freeze();
                }
            }
            if (holdsClaimsAndRequests()) {
                return;
            }
            node.wake();
            // What it held has left by then.
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertThat(node.isAlive()).as("came to hold both").isFalse();
    }

    /** The other one's are over within a second: what is older is the frozen one's. */
    private boolean holdsClaimsAndRequests() throws SQLException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1_500);
        try (Connection connection = installation.database().open();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("""
                        select count(*) filter (where state = 'claimed') > 0 and count(*) filter (where state = 'sending') > 0
                        from delivery where lease_until < clock_timestamp() + interval '28.8 seconds'""")) {
            return counted.next() && counted.getBoolean(1);
        }
    }

    void wake() throws Exception {
        node.wake();
    }

    boolean isAlive() {
        return node.isAlive();
    }
}
