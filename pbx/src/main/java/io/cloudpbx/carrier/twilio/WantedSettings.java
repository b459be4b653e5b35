package io.cloudpbx.carrier.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.carrier.NumberWebhooks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we would set a number to, beside what it is set to. */
final class WantedSettings {
    private static final String NOTHING = "";

    private final NumberWebhooks webhooks;

    WantedSettings(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    List<Deviation> deviations(IncomingPhoneNumber owned) {
        return Stream.concat(ofCalls(owned), ofTexts(owned))
                .filter(setting -> !setting.there().equals(setting.wanted()))
                .toList();
    }

    private Stream<Deviation> ofCalls(IncomingPhoneNumber owned) {
        var fallback = webhooks.voiceFallback();
        return Stream.of(
                compared(Setting.TRUNK, owned.getTrunkSid(), NOTHING),
                compared(Setting.VOICE_APPLICATION, owned.getVoiceApplicationSid(), NOTHING),
                compared(Setting.VOICE_URL, owned.getVoiceUrl(), webhooks.voice()),
                method(Setting.VOICE_METHOD, owned.getVoiceMethod(), "POST"),
                compared(Setting.VOICE_FALLBACK_URL, owned.getVoiceFallbackUrl(), fallback.url()),
                method(Setting.VOICE_FALLBACK_METHOD, owned.getVoiceFallbackMethod(), fallback.method()),
                compared(Setting.STATUS_CALLBACK, owned.getStatusCallback(), webhooks.status()),
                method(Setting.STATUS_CALLBACK_METHOD, owned.getStatusCallbackMethod(), "POST"));
    }

    private Stream<Deviation> ofTexts(IncomingPhoneNumber owned) {
        var fallback = webhooks.smsFallback();
        return Stream.of(
                compared(Setting.SMS_APPLICATION, owned.getSmsApplicationSid(), NOTHING),
                compared(Setting.SMS_URL, owned.getSmsUrl(), webhooks.sms()),
                method(Setting.SMS_METHOD, owned.getSmsMethod(), "POST"),
                compared(Setting.SMS_FALLBACK_URL, owned.getSmsFallbackUrl(), fallback.url()),
                method(Setting.SMS_FALLBACK_METHOD, owned.getSmsFallbackMethod(), fallback.method()));
    }

    private static Deviation compared(Setting setting, @Nullable Object there, String wanted) {
        return new Deviation(setting, Objects.toString(there, NOTHING), wanted);
    }

    /** POST is what the carrier uses where none is set. */
    private static Deviation method(Setting setting, @Nullable HttpMethod there, String wanted) {
        return compared(setting, Objects.requireNonNullElse(there, HttpMethod.POST), wanted);
    }
}
