/** What no router may weigh: danger, opting out, what is refused, wanting a human, farewells and noise. */
@NullMarked
package io.cloudpbx.receptionist.offline.filter;

import org.jspecify.annotations.NullMarked;
