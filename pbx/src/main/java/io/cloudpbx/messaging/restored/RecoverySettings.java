package io.cloudpbx.messaging.restored;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param mark the file by which {@code ./cloudpbx restored} says that the database was restored */
@ConfigurationProperties("cloudpbx.recovery")
record RecoverySettings(Path mark) {}
