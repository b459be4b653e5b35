/** Campaigns over HTTP, and the carrier's news of them. */
@NullMarked
package io.cloudpbx.campaigns.web;

import org.jspecify.annotations.NullMarked;
