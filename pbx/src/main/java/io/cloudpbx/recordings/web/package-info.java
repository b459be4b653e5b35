/** Stored sound over HTTP. */
@NullMarked
@NamedInterface("web")
package io.cloudpbx.recordings.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
