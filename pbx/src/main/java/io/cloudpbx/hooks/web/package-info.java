/** {@code /api/webhooks}. */
@NullMarked
package io.cloudpbx.hooks.web;

import org.jspecify.annotations.NullMarked;
