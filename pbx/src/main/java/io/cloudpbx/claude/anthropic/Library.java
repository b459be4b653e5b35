package io.cloudpbx.claude.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import io.cloudpbx.claude.ClaudeSettings;

/** Makes the library's client: from our settings alone, so that no stray variable redirects people's words. */
final class Library {
    private Library() {}

    static AnthropicClient open(ClaudeSettings settings) {
        return configured(settings).build();
    }

    /** One that answers itself. */
    static AnthropicClient rehearsing(ClaudeSettings settings) {
        return configured(settings).addInterceptor(network -> new Rehearsal()).build();
    }

    /** No retries: the library's own outlive every deadline, and obey a {@code Retry-After} of any length. */
    private static AnthropicOkHttpClient.Builder configured(ClaudeSettings settings) {
        return AnthropicOkHttpClient.builder()
                .apiKey(settings.apiKey())
                .baseUrl(settings.baseUrl().toString())
                .maxRetries(0)
                .logLevel(LogLevel.OFF)
                .openTelemetry(false);
    }
}
