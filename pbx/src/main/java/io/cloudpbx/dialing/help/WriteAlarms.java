package io.cloudpbx.dialing.help;

import io.cloudpbx.database.AfterAbsence;
import io.cloudpbx.dialing.HelpCalled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has calls for help written that the database did not take, tried until it does, also after a crash. */
@Component
class WriteAlarms implements AfterAbsence {
    private static final Logger LOG = LoggerFactory.getLogger(WriteAlarms.class);

    private final AlarmFile file;
    private final Alarm alarm;
    private final TransactionOperations transactions;

    WriteAlarms(AlarmFile file, Alarm alarm, TransactionOperations transactions) {
        this.file = file;
        this.alarm = alarm;
        this.transactions = transactions;
    }

    @Override
    public boolean hasSomething() {
        return !file.all().isEmpty();
    }

    /** A database that is there and takes nothing keeps nobody from asking it. */
    @Override
    public void catchUp(Runnable rightThen) {
        for (HelpCalled call : file.all()) {
            try {
                transactions.executeWithoutResult(status -> alarm.write(call));
                file.forget(call);
            } catch (RuntimeException notYet) {
                LOG.warn("A call for help is not in the database yet", notYet);
            }
        }
    }
}
