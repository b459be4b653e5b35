/** The mind that asks Claude where rules and the directory leave a doubt. */
@NullMarked
package io.cloudpbx.receptionist.claude;

import org.jspecify.annotations.NullMarked;
