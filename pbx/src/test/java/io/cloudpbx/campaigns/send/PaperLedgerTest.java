package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulation's ledgers mean what PostgreSQL's mean: the same moves, drawn by lot, leave the same rows behind. */
class PaperLedgerTest {
    private static final int MOVES = 90;

    private static RealLedgers real;

    @BeforeAll
    static void open() {
        real = new RealLedgers();
    }

    @AfterAll
    static void close() {
        real.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_same_moves_leave_the_same_rows_on_paper_and_in_the_database(long seed) {
        var moves = new LedgerMoves(seed, real);

        for (int move = 0; move < MOVES; move++) {
            String what = moves.next();

            assertThat(moves.onPaper()).as("answer to move %d, %s", move, what).isEqualTo(moves.inDatabase());
            assertThat(moves.paperLines()).as("after move %d, %s", move, what).isEqualTo(real.lines());
        }
    }
}
