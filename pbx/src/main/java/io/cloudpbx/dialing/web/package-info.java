/** The routes of calls that somebody here begins, and the carrier's about them. */
@NullMarked
package io.cloudpbx.dialing.web;

import org.jspecify.annotations.NullMarked;
