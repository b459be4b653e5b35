package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;

/** A webhook with its fallback, as numbers and applications have them. */
final class Hooks {
    static final Hook NONE = new Hook(null, "POST", null, "POST");

    private Hooks() {}

    /**
     * {@code twilio.md} section 5: a fallback may be set only together with the primary URL.
     *
     * @param prefix {@code Voice} or {@code Sms}
     */
    static Hook read(Parameters parameters, String prefix, Hook before, int fallbackWithoutUrl) {
        Hook hook = new Hook(
                parameters.url(prefix + "Url", 21402, before.url()),
                parameters.method(prefix + "Method", before.method()),
                parameters.url(prefix + "FallbackUrl", 21402, before.fallbackUrl()),
                parameters.method(prefix + "FallbackMethod", before.fallbackMethod()));
        if (hook.url() == null && hook.fallbackUrl() != null) {
            throw ApiError.invalid(
                    fallbackWithoutUrl, "%sFallbackUrl needs %sUrl to fall back from".formatted(prefix, prefix));
        }
        return hook;
    }
}
