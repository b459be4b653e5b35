/** What Claude may cost and did, over HTTP. */
@NullMarked
package io.cloudpbx.claude.web;

import org.jspecify.annotations.NullMarked;
