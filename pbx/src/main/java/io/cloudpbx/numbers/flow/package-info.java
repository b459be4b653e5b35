/** What of our numbers is otherwise at the carrier than it should be. */
@NullMarked
package io.cloudpbx.numbers.flow;

import org.jspecify.annotations.NullMarked;
