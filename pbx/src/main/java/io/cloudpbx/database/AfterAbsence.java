package io.cloudpbx.database;

/** Brings the database up to date with what happened without it. */
public interface AfterAbsence {
    boolean hasSomething();

    /**
     * Writes all of it.
     *
     * @param rightThen to be run when nothing is left and before anything is added: from then on the database is asked again
     */
    void catchUp(Runnable rightThen);
}
