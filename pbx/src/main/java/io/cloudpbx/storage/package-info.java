/** Keeps large things, such as recordings, outside the database: each under a key, whole or not at all. */
@NullMarked
@ApplicationModule(allowedDependencies = {"startup"})
package io.cloudpbx.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
