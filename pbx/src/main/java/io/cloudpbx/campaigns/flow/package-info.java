/** Pure decisions about campaigns: what a message becomes for somebody, what may be done when, and what a verdict means for a recipient. */
@NullMarked
package io.cloudpbx.campaigns.flow;

import org.jspecify.annotations.NullMarked;
