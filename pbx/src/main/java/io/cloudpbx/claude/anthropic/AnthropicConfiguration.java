package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.AbsentClaude;
import io.cloudpbx.claude.Budget;
import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.CountedClaude;
import io.cloudpbx.startup.CannotStart;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between Claude and nobody by whether there is a key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaudeSettings.class)
class AnthropicConfiguration {
    @Bean
    Claude claude(ClaudeSettings settings, Budget budget, Clock clock) {
        return new CountedClaude(chosen(settings, clock), budget, settings);
    }

    static Claude chosen(ClaudeSettings settings, Clock clock) {
        if (!settings.hasKey()) {
            return new AbsentClaude();
        }
        requirePrivacy(settings.baseUrl());
        return new AnthropicClaude(settings, clock);
    }

    /** Only once the program serves: the library takes seconds of both processors, and callers come first. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> claudeIsReadied(Claude claude) {
        return ready -> claude.prepare();
    }

    /** The key and people's words travel with each question. */
    private static void requirePrivacy(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("");
        boolean here = host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
        if (!"https".equals(url.getScheme()) && !(here && "http".equals(url.getScheme()))) {
            throw new CannotStart(
                    "ANTHROPIC_BASE_URL must begin with https://, because people's words and your key go there."
                            + " Only an address on this machine may be plain http://.");
        }
    }
}
