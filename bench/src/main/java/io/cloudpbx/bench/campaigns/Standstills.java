package io.cloudpbx.bench.campaigns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Brings a node to each point of a text's way and keeps it there, from outside: on its way to the carrier, or by a lock in the
 * database on what it needs for its next step. The program knows nothing of it.
 */
final class Standstills {
    private static final int LONGEST_RANDOM_MILLIS = 600;

    private final Database database;
    private final RandomGenerator random;

    Standstills(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    Standstill at(KillPoint point, Node node) throws SQLException {
        return switch (point) {
            // The gate is the only one that asks about pauses, and it asks between the claim and what follows from it.
            case CLAIMED ->
                new Locked(
                        node,
                        "lock table marketing_pause in access exclusive mode",
                        "select * from marketing_pause where number_hash = any%");
            // The gate asks for opt-outs, and whoever is about to ask the carrier does; two that wait are one of each.
            case WRITTEN ->
                new Locked(
                        node,
                        "lock table opt_out in access exclusive mode",
                        "select * from opt_out where number_hash = any%",
                        2,
                        () -> true);
            case ASKING -> node.wayToCarrier().stopNextText(Stop.Place.BEFORE_THE_CARRIER);
            case TAKEN -> node.wayToCarrier().stopNextText(Stop.Place.BEFORE_THE_ANSWER);
            case ANSWERED -> answered(node);
            case RECEIPT ->
                new Locked(node, "lock table delivery_news in exclusive mode", "insert into delivery_news%");
            case ANY -> new Moment(random.nextInt(LONGEST_RANDOM_MILLIS));
        };
    }

    /** The carrier's answers come, and what they mean cannot be written down. */
    private Standstill answered(Node node) throws SQLException {
        int before = node.wayToCarrier().answers();
        return new Locked(
                node,
                "select from delivery where state = 'sending' for update",
                "with locked as%",
                1,
                () -> node.wayToCarrier().answers() > before);
    }

    /** A lock, for which the node comes to wait in a certain statement. */
    private final class Locked implements Standstill {
        private final Connection connection;
        private final Node node;
        private final String waitingIn;
        private final int sessions;
        private final BooleanSupplier besides;

        Locked(Node node, String lock, String waitingIn) throws SQLException {
            this(node, lock, waitingIn, 1, () -> true);
        }

        Locked(Node node, String lock, String waitingIn, int sessions, BooleanSupplier besides) throws SQLException {
            this.node = node;
            this.waitingIn = waitingIn;
            this.sessions = sessions;
            this.besides = besides;
            this.connection = database.open();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(lock);
            }
        }

        @Override
        public boolean isReachedWithin(Duration patience) throws SQLException, InterruptedException {
            long deadline = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < deadline) {
                if (isWaiting() && besides.getAsBoolean()) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return false;
        }

        private boolean isWaiting() throws SQLException {
            try (Statement fresh = connection.createStatement()) {
                // Within a transaction it would be what it was at the first look.
                fresh.execute("select pg_stat_clear_snapshot()");
            }
            try (PreparedStatement question = connection.prepareStatement("""
                    select count(*) >= ? from pg_stat_activity
                    where usename = ? and wait_event_type = 'Lock' and query like ?""")) {
                question.setInt(1, sessions);
                question.setString(2, node.user());
                question.setString(3, waitingIn);
                try (ResultSet answer = question.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException gone) {
                throw new IllegalStateException("The database ended while it was held", gone);
            }
        }
    }

    /** Nothing in particular. */
    private record Moment(int millis) implements Standstill {
        @Override
        public boolean isReachedWithin(Duration patience) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
