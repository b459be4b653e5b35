/** Plans over HTTP. */
@NullMarked
package io.cloudpbx.callflow.web;

import org.jspecify.annotations.NullMarked;
