/** Campaigns whose senders are killed while they send: the handsets judge what came of it. */
@NullMarked
package io.cloudpbx.bench.campaigns;

import org.jspecify.annotations.NullMarked;
