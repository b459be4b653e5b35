/**
 * Brings home what the carrier has recorded: downloaded, proven to be sound, stored, and only then ours (R19). What a recording is of,
 * and how long it is kept, is the business of whoever asks for it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "carrier", "jobs", "storage"})
package io.cloudpbx.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
