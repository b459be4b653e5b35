package io.cloudpbx.hooks;

import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.startup.CannotStart;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Refuses to let webhooks reach this machine while callers are real. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
class HooksConfiguration {
    HooksConfiguration(HookSettings settings, TwilioSettings carrier) {
        if (settings.loopback() && !carrier.isSandbox()) {
            throw new CannotStart(
                    "CLOUDPBX_WEBHOOKS_LOOPBACK is for the sandbox carrier alone: with a real one, webhooks go to the public internet only.");
        }
    }
}
