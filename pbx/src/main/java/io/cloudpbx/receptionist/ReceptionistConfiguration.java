package io.cloudpbx.receptionist;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.receptionist.claude.ClaudeReceptionist;
import io.cloudpbx.receptionist.offline.OfflineReceptionist;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the minds together: the rules and the directory first, Claude for what is left. */
@Configuration(proxyBeanMethods = false)
class ReceptionistConfiguration {
    @Bean
    Minds minds(Claude claude) {
        return new Minds(claude);
    }

    @Bean
    Thoughts thoughts(Claude claude) {
        var offline = new OfflineReceptionist();
        return new Thoughts(new ClaudeReceptionist(claude, offline), offline);
    }
}
