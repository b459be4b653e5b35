/** How a campaign leaves: claimed, judged, paced, written down, asked for once, and settled by whatever tells first (R8 to R13). */
@NullMarked
package io.cloudpbx.campaigns.send;

import org.jspecify.annotations.NullMarked;
