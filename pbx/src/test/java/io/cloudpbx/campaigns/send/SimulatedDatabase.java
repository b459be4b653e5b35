package io.cloudpbx.campaigns.send;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The database as a node meets it: at the end of a line that takes its time, on which statements and answers get lost. One
 * transaction comes after the other, as the locks that it takes have it; between statements of its own, anything may happen.
 */
final class SimulatedDatabase extends AbstractPlatformTransactionManager {
    private static final Duration LINE = Duration.ofMillis(3);

    private final PaperTables tables;
    private final Node node;
    private @Nullable Runnable undo;

    SimulatedDatabase(PaperTables tables, Node node) {
        this.tables = tables;
        this.node = node;
        setTransactionSynchronization(SYNCHRONIZATION_NEVER);
    }

    /** A ledger at the other end of the line. */
    <T> T far(Class<T> type, T ledger) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> statement(ledger, method, arguments));
        return type.cast(proxy);
    }

    private @Nullable Object statement(Object ledger, Method method, @Nullable Object[] arguments) throws Throwable {
        if (undo != null) {
            failPerhaps(method.getName());
            return execute(ledger, method, arguments);
        }
        try {
            node.wait(LINE);
        } catch (Node.Died died) {
            if (node.world().happens(0.5)) {
                execute(ledger, method, arguments);
            }
            throw died;
        }
        failPerhaps(method.getName());
        Object result = execute(ledger, method, arguments);
        node.wait(LINE);
        if (node.hasNoDatabase()) {
            Fault.of(method.getName()).ifPresent(node::meets);
            fail(method.getName());
        }
        return result;
    }

    private void failPerhaps(String what) {
        if (node.hasNoDatabase()) {
            fail(what);
        }
    }

    private void fail(String what) {
        node.tell("has no database at %s", what);
        throw new DataAccessResourceFailureException("The database is away");
    }

    private @Nullable Object execute(Object ledger, Method method, @Nullable Object[] arguments) throws Throwable {
        node.acts(method.getName());
        try {
            return method.invoke(ledger, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return undo != null;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        node.wait(LINE);
        if (node.hasNoDatabase()) {
            throw new CannotCreateTransactionException("The database is away");
        }
        undo = tables.keep();
    }

    /** The connection may break before it is done or after: nobody knows which (R14). */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        boolean breaks = node.hasNoDatabase();
        if (breaks && node.world().happens(0.5)) {
            doRollback(status);
        }
        undo = null;
        node.wait(LINE);
        if (breaks) {
            node.tell("does not know whether it is committed");
            throw new TransactionSystemException("The connection broke");
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (undo != null) {
            undo.run();
            undo = null;
        }
    }

    @Override
    protected void doSetRollbackOnly(DefaultTransactionStatus status) {
        // Whoever takes part in a transaction that fails here lets the failure through to where it began.
    }
}
