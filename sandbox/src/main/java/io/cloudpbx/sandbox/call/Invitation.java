package io.cloudpbx.sandbox.call;

import java.util.Map;

/**
 * What goes to an endpoint with a call, besides the numbers.
 *
 * @param parameters what the endpoint's own webhooks are told: SIP headers, a client's {@code <Parameter>}s
 * @param username credentials for a SIP endpoint; empty for none
 */
record Invitation(Map<String, String> parameters, String username, String password) {
    static final Invitation BARE = new Invitation(Map.of(), "", "");
}
