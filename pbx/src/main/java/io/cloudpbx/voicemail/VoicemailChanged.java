package io.cloudpbx.voicemail;

import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;

/** Stored, transcribed, listened to, moved, deleted or brought back, or found empty. */
public record VoicemailChanged(UUID voicemailId, CarrierId call) {}
