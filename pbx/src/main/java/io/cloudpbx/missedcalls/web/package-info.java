/** The routes of missed calls. */
@NullMarked
package io.cloudpbx.missedcalls.web;

import org.jspecify.annotations.NullMarked;
