package io.cloudpbx.access.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a write go undone that a database does not take which may only be read now. */
public record ForgivingTransactions(TransactionOperations transactions) implements TransactionOperations {
    private static final Logger LOG = LoggerFactory.getLogger(ForgivingTransactions.class);
    private static final String READ_ONLY = "25006";

    @Override
    @SuppressWarnings("NullAway") // Whose write goes undone gets nothing, as who writes asks for nothing.
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        try {
            return transactions.execute(work);
        } catch (DataAccessException failure) {
            if (!isReadOnly(failure)) {
                throw failure;
            }
            LOG.debug("A session is as it was, as the database takes nothing", failure);
            return null;
        }
    }

    private static boolean isReadOnly(DataAccessException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && READ_ONLY.equals(cause.getSQLState());
    }
}
