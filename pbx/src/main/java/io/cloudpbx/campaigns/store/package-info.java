/** SQL of campaigns, their audiences and what became of each delivery. */
@NullMarked
package io.cloudpbx.campaigns.store;

import org.jspecify.annotations.NullMarked;
