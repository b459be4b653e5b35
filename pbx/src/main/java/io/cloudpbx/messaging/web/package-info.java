/** What the carrier brings. */
@NullMarked
package io.cloudpbx.messaging.web;

import org.jspecify.annotations.NullMarked;
