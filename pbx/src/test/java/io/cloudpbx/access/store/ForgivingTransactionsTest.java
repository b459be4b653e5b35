package io.cloudpbx.access.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.support.TransactionOperations;

class ForgivingTransactionsTest {
    private final ForgivingTransactions transactions =
            new ForgivingTransactions(TransactionOperations.withoutTransaction());

    private static UncategorizedSQLException failure(String state) {
        return new UncategorizedSQLException("update", null, new SQLException("no", state));
    }

    @Test
    void what_a_database_that_may_only_be_read_does_not_take_goes_undone() {
        assertThat(transactions.<String>execute(status -> {
                    throw failure("25006");
                }))
                .isNull();
        assertThat(transactions.<String>execute(status -> "written")).isEqualTo("written");
    }

    @Test
    void every_other_failure_is_one() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    throw failure("25P02");
                }))
                .isInstanceOf(UncategorizedSQLException.class);
    }
}
