package io.cloudpbx.voicemail;

import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;

/** A message came in; its sound may still be on its way. */
public record VoicemailAdded(UUID voicemailId, CarrierId call) {}
