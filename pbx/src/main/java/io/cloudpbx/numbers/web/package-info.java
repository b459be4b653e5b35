/** The numbers over HTTP. */
@NullMarked
package io.cloudpbx.numbers.web;

import org.jspecify.annotations.NullMarked;
