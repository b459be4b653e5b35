/** Tests of how failures are told, over real HTTP. */
@NullMarked
package io.cloudpbx.problems.web;

import org.jspecify.annotations.NullMarked;
