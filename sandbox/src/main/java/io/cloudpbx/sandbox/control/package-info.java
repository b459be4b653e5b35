/** How the sandbox's own controls read requests and answer: JSON in camel case, problems with the field's name. */
@NullMarked
package io.cloudpbx.sandbox.control;

import org.jspecify.annotations.NullMarked;
