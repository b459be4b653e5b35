package io.cloudpbx.assistant;

import io.cloudpbx.assistant.claude.ClaudeMind;
import io.cloudpbx.assistant.offline.OfflineMind;
import io.cloudpbx.claude.Claude;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the minds together: introduced, by Claude, or without it. */
@Configuration(proxyBeanMethods = false)
class AssistantConfiguration {
    @Bean
    Mind mind(Claude claude) {
        return new IntroducingMind(new ClaudeMind(claude, new OfflineMind()));
    }
}
