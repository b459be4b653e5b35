/** Tests and runs over HTTP: everybody inside may read them, owners and admins make them. */
@NullMarked
package io.cloudpbx.review.web;

import org.jspecify.annotations.NullMarked;
