package io.cloudpbx.carrier.twilio;

import com.twilio.base.Page;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import io.cloudpbx.carrier.AvailableNumber;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierCall;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierRecording;
import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.carrier.NumberWebhooks.Fallback;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@link Carrier} by twilio-java. */
@Component
final class TwilioCarrier implements Carrier {
    private static final String COUNTRY = "US";
    private static final long PAGE = 50L;
    private static final long LARGEST_PAGE = 1_000L;
    private static final int MOST_RECORDINGS = 10_000;
    private static final long LONGEST_SOUND = 100L * 1024 * 1024;

    private final TwilioRestClient client;
    private final Download downloads;
    private final NumberWebhooks webhooks;
    private final WantedSettings settings;

    TwilioCarrier(TwilioRestClient client, Download downloads, NumberWebhooks webhooks) {
        this.client = client;
        this.downloads = downloads;
        this.webhooks = webhooks;
        settings = new WantedSettings(webhooks);
    }

    @Override
    public List<AvailableNumber> localNumbers(String areaCode) {
        return offers(() -> Local.reader(COUNTRY)
                .setAreaCode(Integer.valueOf(areaCode))
                .setVoiceEnabled(true)
                .setPageSize(PAGE)
                .firstPage(client));
    }

    @Override
    public List<AvailableNumber> localNumbersNear(String areaCode) {
        return offers(() -> Local.reader(COUNTRY)
                .setNearNumber("+1" + areaCode + "5550100")
                .setDistance(100)
                .setVoiceEnabled(true)
                .setPageSize(PAGE)
                .firstPage(client));
    }

    @Override
    public List<AvailableNumber> localNumbersAnywhere() {
        return offers(() ->
                Local.reader(COUNTRY).setVoiceEnabled(true).setPageSize(PAGE).firstPage(client));
    }

    private List<AvailableNumber> offers(Supplier<Page<Local>> search) {
        return TwilioRefusal.asking(() -> search.get().getRecords().stream()
                .map(local -> new AvailableNumber(
                        new PhoneNumber(local.getPhoneNumber().toString()),
                        Objects.requireNonNullElse(local.getLocality(), ""),
                        Objects.requireNonNullElse(local.getRegion(), "")))
                .toList());
    }

    @Override
    public Optional<CarrierNumber> owned(PhoneNumber number) {
        return TwilioRefusal.asking(() ->
                IncomingPhoneNumber.reader()
                        .setPhoneNumber(number.e164())
                        .setPageSize(PAGE)
                        .firstPage(client)
                        .getRecords()
                        .stream()
                        .filter(owned -> owned.getPhoneNumber().toString().equals(number.e164()))
                        .findFirst()
                        .map(this::toNumber));
    }

    @Override
    public List<CarrierNumber> owned() {
        return TwilioRefusal.asking(() -> {
            var all = new ArrayList<CarrierNumber>();
            IncomingPhoneNumber.reader()
                    .setPageSize(LARGEST_PAGE)
                    .read(client)
                    .forEach(owned -> all.add(toNumber(owned)));
            return all;
        });
    }

    @Override
    public CarrierNumber buy(PhoneNumber number, String label) {
        return TwilioRefusal.asking(
                () -> toNumber(IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber(number.e164()))
                        .setFriendlyName(label)
                        .setVoiceUrl(webhooks.voice())
                        .setVoiceMethod(HttpMethod.POST)
                        .setVoiceFallbackUrl(webhooks.voiceFallback().url())
                        .setVoiceFallbackMethod(method(webhooks.voiceFallback()))
                        .setSmsUrl(webhooks.sms())
                        .setSmsMethod(HttpMethod.POST)
                        .setSmsFallbackUrl(webhooks.smsFallback().url())
                        .setSmsFallbackMethod(method(webhooks.smsFallback()))
                        .setStatusCallback(webhooks.status())
                        .setStatusCallbackMethod(HttpMethod.POST)
                        .create(client)));
    }

    @Override
    public CarrierNumber configure(CarrierId number, String label) {
        return TwilioRefusal.asking(() -> toNumber(IncomingPhoneNumber.updater(number.value())
                .setFriendlyName(label)
                .setVoiceUrl(webhooks.voice())
                .setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(webhooks.voiceFallback().url())
                .setVoiceFallbackMethod(method(webhooks.voiceFallback()))
                .setSmsUrl(webhooks.sms())
                .setSmsMethod(HttpMethod.POST)
                .setSmsFallbackUrl(webhooks.smsFallback().url())
                .setSmsFallbackMethod(method(webhooks.smsFallback()))
                .setStatusCallback(webhooks.status())
                .setStatusCallbackMethod(HttpMethod.POST)
                // They would win over all of these.
                .setVoiceApplicationSid("")
                .setSmsApplicationSid("")
                .setTrunkSid("")
                .update(client)));
    }

    private CarrierNumber toNumber(IncomingPhoneNumber owned) {
        return new CarrierNumber(
                new CarrierId(owned.getSid()),
                new PhoneNumber(owned.getPhoneNumber().toString()),
                owned.getFriendlyName(),
                settings.deviations(owned),
                owned.getCapabilities() == null || owned.getCapabilities().getMms());
    }

    private static HttpMethod method(Fallback fallback) {
        return HttpMethod.valueOf(fallback.method());
    }

    @Override
    public void release(CarrierId number) {
        try {
            TwilioRefusal.asking(
                    () -> IncomingPhoneNumber.deleter(number.value()).delete(client));
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
        }
    }

    @Override
    public Optional<CarrierCall> call(CarrierId call) {
        try {
            return Optional.of(
                    TwilioRefusal.asking(() -> toCall(Call.fetcher(call.value()).fetch(client))));
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static CarrierCall toCall(Call call) {
        return new CarrierCall(
                CallStatus.reported(String.valueOf(call.getStatus())).orElse(null),
                PhoneNumber.reported(call.getFrom()).orElse(null),
                PhoneNumber.reported(call.getTo()).orElse(null));
    }

    @Override
    public void redirect(CarrierId call, String url) {
        TwilioRefusal.asking(() -> Call.updater(call.value())
                .setUrl(URI.create(url))
                .setMethod(HttpMethod.POST)
                .update(client));
    }

    @Override
    public void hangUp(CarrierId call) {
        try {
            TwilioRefusal.asking(() -> Call.updater(call.value())
                    .setStatus(Call.UpdateStatus.COMPLETED)
                    .update(client));
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
        }
    }

    @Override
    public List<CarrierRecording> messagesSince(Instant since) {
        return TwilioRefusal.asking(() -> {
            var reader = Recording.reader()
                    .setDateCreatedAfter(since.atZone(ZoneOffset.UTC))
                    .setPageSize(LARGEST_PAGE);
            var found = new ArrayList<CarrierRecording>();
            Page<Recording> page = reader.firstPage(client);
            while (true) {
                page.getRecords().stream()
                        .filter(recording -> recording.getStatus() == Recording.Status.COMPLETED)
                        .filter(recording -> recording.getSource() == Recording.Source.RECORD_VERB)
                        .filter(recording -> recording.getCallSid() != null)
                        .map(TwilioCarrier::toRecording)
                        .forEach(found::add);
                if (!page.hasNextPage() || found.size() >= MOST_RECORDINGS) {
                    return found;
                }
                page = reader.nextPage(page, client);
            }
        });
    }

    private static CarrierRecording toRecording(Recording recording) {
        return new CarrierRecording(
                new CarrierId(recording.getSid()),
                new CarrierId(recording.getCallSid()),
                recording.getStartTime().toInstant(),
                Duration.ofSeconds(Long.parseLong(Objects.requireNonNullElse(recording.getDuration(), "0"))));
    }

    @Override
    public long download(CarrierId recording, Path target) {
        return downloads
                .download("Recordings/" + recording.value() + ".wav", target, LONGEST_SOUND)
                .bytes();
    }
}
