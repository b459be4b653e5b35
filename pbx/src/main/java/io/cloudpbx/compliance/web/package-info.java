/** Compliance over HTTP. */
@NullMarked
package io.cloudpbx.compliance.web;

import org.jspecify.annotations.NullMarked;
