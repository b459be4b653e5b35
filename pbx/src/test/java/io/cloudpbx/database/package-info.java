/** Tests of the database module, and the real databases that other tests use. */
@NullMarked
package io.cloudpbx.database;

import org.jspecify.annotations.NullMarked;
