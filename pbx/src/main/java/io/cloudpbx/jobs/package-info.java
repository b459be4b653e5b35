/**
 * Work that survives a restart: schedule, claim, retry, give up.
 *
 * <p>A job is a row of {@code scheduled_tasks}, unique by kind and key, written in the transaction of whoever needs it
 * done. db-scheduler claims due rows, beats a heart while they run, and frees the rows of nodes that died. How a run
 * ends is written by us, in one statement guarded by the row's version, so that a job asked for while it runs runs again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
