/** The directory over HTTP. */
@NullMarked
package io.cloudpbx.extensions.web;

import org.jspecify.annotations.NullMarked;
