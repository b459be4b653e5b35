/** The settings over HTTP. */
@NullMarked
package io.cloudpbx.settings.web;

import org.jspecify.annotations.NullMarked;
