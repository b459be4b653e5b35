/** Tests of who gets in: over real HTTP. */
@NullMarked
package io.cloudpbx.access.web;

import org.jspecify.annotations.NullMarked;
