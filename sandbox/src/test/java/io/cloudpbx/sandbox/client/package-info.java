/** How tests reach a sandbox: with the official client, and with bare HTTP where its shape matters. */
@NullMarked
package io.cloudpbx.sandbox.client;

import org.jspecify.annotations.NullMarked;
