/** The two programs together, over real HTTP: what people live through, from the first ring to the last word. */
@NullMarked
package io.cloudpbx.journeys;

import org.jspecify.annotations.NullMarked;
