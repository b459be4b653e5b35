package io.cloudpbx.carrier;

import org.springframework.stereotype.Component;

/**
 * What every number we own is set to. The fragments are Twilio's connection overrides: voice fails over to the fallback
 * well inside 15 s, callbacks are tried again also after an error of ours (A12, R2, R16).
 */
@Component
public class NumberWebhooks {
    private static final String ANSWER = "#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx";
    private static final String CALLBACK = "#rc=3&rp=5xx,ct,rt";

    private final PublicUrl publicUrl;

    NumberWebhooks(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    public String voice() {
        return publicUrl.of("/ivr/inbound") + ANSWER;
    }

    public String voiceFallback() {
        return publicUrl.of("/ivr/fallback");
    }

    public String sms() {
        return publicUrl.of("/sms/inbound") + ANSWER;
    }

    public String smsFallback() {
        return publicUrl.of("/sms/fallback");
    }

    public String status() {
        return publicUrl.of("/ivr/status") + CALLBACK;
    }

    /** A callback's URL with the retries that callbacks get. */
    public String callback(String path) {
        return publicUrl.of(path) + CALLBACK;
    }

    /** Something to be played. */
    public String file(String path) {
        return publicUrl.of(path);
    }

    /** Where the carrier connects to for a conversation in a stream. */
    public String socket(String path) {
        return publicUrl.ofSocket(path);
    }

    /** A URL inside a document, such as an action, with the deadlines that answers get. */
    public String action(String path) {
        return publicUrl.of(path) + ANSWER;
    }
}
