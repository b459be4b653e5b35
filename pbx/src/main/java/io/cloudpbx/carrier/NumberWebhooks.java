package io.cloudpbx.carrier;

import java.net.URI;
import org.jspecify.annotations.Nullable;
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
    private final FallbackSettings elsewhere;

    NumberWebhooks(PublicUrl publicUrl, FallbackSettings elsewhere) {
        this.publicUrl = publicUrl;
        this.elsewhere = elsewhere;
    }

    /**
     * Where the carrier turns when we do not answer as we should.
     *
     * @param method a file elsewhere is read, for most servers of files refuse anything else
     */
    public record Fallback(String url, String method) {}

    public String voice() {
        return publicUrl.of("/ivr/inbound") + ANSWER;
    }

    public Fallback voiceFallback() {
        return fallback(elsewhere.url(), "/ivr/fallback");
    }

    public String sms() {
        return publicUrl.of("/sms/inbound") + ANSWER;
    }

    public Fallback smsFallback() {
        return fallback(elsewhere.smsUrl(), "/sms/fallback");
    }

    private Fallback fallback(@Nullable URI file, String ours) {
        return file == null ? new Fallback(publicUrl.of(ours), "POST") : new Fallback(file.toString(), "GET");
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
