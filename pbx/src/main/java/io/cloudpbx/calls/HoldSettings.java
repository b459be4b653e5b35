package io.cloudpbx.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a caller waits on hold.
 *
 * @param round how long music plays before the carrier asks us what is next: a caller whom we have lost waits no longer than that
 */
@ConfigurationProperties("cloudpbx.hold")
record HoldSettings(Duration round) {}
