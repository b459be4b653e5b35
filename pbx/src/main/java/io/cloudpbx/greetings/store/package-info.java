/** What is known of greetings, in the database. */
@NullMarked
package io.cloudpbx.greetings.store;

import org.jspecify.annotations.NullMarked;
