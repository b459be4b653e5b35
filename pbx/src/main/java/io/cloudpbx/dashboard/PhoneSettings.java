package io.cloudpbx.dashboard;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code CLOUDPBX_PHONE_URL}: where the sandbox carrier serves its browser phone; null when there is none. */
@ConfigurationProperties("cloudpbx.phone")
public record PhoneSettings(@Nullable URI url) {}
