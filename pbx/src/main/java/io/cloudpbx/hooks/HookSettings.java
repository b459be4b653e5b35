package io.cloudpbx.hooks;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where webhooks may go.
 *
 * @param loopback {@code CLOUDPBX_WEBHOOKS_LOOPBACK}: also to programs on this machine, over http as well; for the demo and for tests,
 *     where the carrier is on this machine too
 */
@ConfigurationProperties("cloudpbx.webhooks")
public record HookSettings(boolean loopback) {}
