/** What the carrier asks about calls, and the call log's API. */
@NullMarked
package io.cloudpbx.calls.web;

import org.jspecify.annotations.NullMarked;
