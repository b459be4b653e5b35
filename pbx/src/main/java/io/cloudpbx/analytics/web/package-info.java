/** Analytics' endpoints. */
@NullMarked
package io.cloudpbx.analytics.web;

import org.jspecify.annotations.NullMarked;
