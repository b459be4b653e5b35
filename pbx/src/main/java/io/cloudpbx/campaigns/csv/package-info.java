/** Audiences as files: read as they come, never all at once (T8). */
@NullMarked
package io.cloudpbx.campaigns.csv;

import org.jspecify.annotations.NullMarked;
