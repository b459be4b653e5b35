package io.cloudpbx.dashboard;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The shell's settings. */
@Configuration
@EnableConfigurationProperties(PhoneSettings.class)
class DashboardConfiguration {}
