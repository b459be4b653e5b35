/** Writes the description of the API from the running program's routes and types, and holds the kept one against it. */
@NullMarked
package io.cloudpbx.pages.api;

import org.jspecify.annotations.NullMarked;
