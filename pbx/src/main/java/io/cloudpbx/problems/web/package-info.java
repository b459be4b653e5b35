/** Turns every failure of a request into a problem document, and bounds what a request may send. */
@NullMarked
@NamedInterface("web")
package io.cloudpbx.problems.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
