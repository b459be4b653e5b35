/** The PostgreSQL that everything is kept in: one of our own beside the program, or the one {@code DATABASE_URL} names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"startup"})
package io.cloudpbx.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
