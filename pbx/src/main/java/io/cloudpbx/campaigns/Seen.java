package io.cloudpbx.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has seen of a campaign who has it begin: what others have changed meanwhile, nobody has agreed to send.
 *
 * @param recipients how many are to get it; needed from {@link LaunchSheets#MANY} on
 * @param version of the campaign; null where the words are known anyway
 */
public record Seen(@Nullable Long recipients, @Nullable Long version) {}
