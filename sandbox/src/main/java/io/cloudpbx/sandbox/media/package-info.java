/** The host that pictures of texts are fetched from, apart from the API, as Twilio's is. */
@NullMarked
package io.cloudpbx.sandbox.media;

import org.jspecify.annotations.NullMarked;
