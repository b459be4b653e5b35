/** What the carrier brings: texts, each kept once, and what is attached to them. */
@NullMarked
package io.cloudpbx.messaging.arrive;

import org.jspecify.annotations.NullMarked;
