/** Whom a caller can mean: people and departments of one directory, found by name, by sound and by need. */
@NullMarked
package io.cloudpbx.receptionist.offline.roster;

import org.jspecify.annotations.NullMarked;
