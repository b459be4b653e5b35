package io.cloudpbx.calls.web;

import io.cloudpbx.carrier.WebhookForm;

/** Keys that a caller pressed, and nothing else, whatever the form says. */
final class Keys {
    private static final int MOST = 12;

    private Keys() {}

    static String pressed(WebhookForm form) {
        String keys = form.get("Digits").replaceAll("[^0-9*#]", "");
        return keys.length() <= MOST ? keys : keys.substring(0, MOST);
    }
}
