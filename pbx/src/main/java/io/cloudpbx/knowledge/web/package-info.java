/** What is known, over HTTP: everybody inside may read it, owners and admins change it. */
@NullMarked
package io.cloudpbx.knowledge.web;

import org.jspecify.annotations.NullMarked;
