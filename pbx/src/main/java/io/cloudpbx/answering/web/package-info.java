/** The assistant's decisions over HTTP. */
@NullMarked
package io.cloudpbx.answering.web;

import org.jspecify.annotations.NullMarked;
