/** Tests of the embedded server: restarts, kills, accounts. */
@NullMarked
package io.cloudpbx.database.embedded;

import org.jspecify.annotations.NullMarked;
