/** Greetings over HTTP: for people who are signed in, and for the carrier. */
@NullMarked
package io.cloudpbx.greetings.web;

import org.jspecify.annotations.NullMarked;
