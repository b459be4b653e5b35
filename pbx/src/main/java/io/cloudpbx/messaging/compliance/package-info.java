/** The tables that decisions about texts rest on, loaded once: area codes and quiet hours. */
@NullMarked
package io.cloudpbx.messaging.compliance;

import org.jspecify.annotations.NullMarked;
