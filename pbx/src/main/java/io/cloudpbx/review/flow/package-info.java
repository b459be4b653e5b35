/** What is expected and what is the same: values in, values out. */
@NullMarked
package io.cloudpbx.review.flow;

import org.jspecify.annotations.NullMarked;
