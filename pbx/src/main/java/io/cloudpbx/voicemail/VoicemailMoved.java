package io.cloudpbx.voicemail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * It is in another mailbox now.
 *
 * @param from whose it was; null for the general mailbox
 */
public record VoicemailMoved(UUID voicemailId, @Nullable UUID from) {}
