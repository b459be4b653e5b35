/** How a request is known to come from somebody: sessions, tokens, forged-request checks, headers, and the sign-in API. */
@NullMarked
package io.cloudpbx.access.web;

import org.jspecify.annotations.NullMarked;
