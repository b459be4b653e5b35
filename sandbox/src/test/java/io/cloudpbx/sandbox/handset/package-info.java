/** Phones outside, over the sockets and routes that a page and a test would use. */
package io.cloudpbx.sandbox.handset;
