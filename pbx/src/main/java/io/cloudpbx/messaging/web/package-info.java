/** What the carrier brings, and conversations over HTTP. */
@NullMarked
package io.cloudpbx.messaging.web;

import org.jspecify.annotations.NullMarked;
