package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.TollfreeVerification;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import io.cloudpbx.carrier.CarrierRegistration;
import io.cloudpbx.carrier.CarrierRegistration.Status;
import io.cloudpbx.carrier.CarrierRegistrations;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.telephony.CarrierId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** {@link CarrierRegistrations} by twilio-java. */
@Component
final class TwilioRegistrations implements CarrierRegistrations {
    private static final long PAGE = 50L;

    /** A service's pool holds 400 unless agreed otherwise; verifications and services are few. */
    private static final long MOST = 1_000L;

    private static final Map<String, Status> CAMPAIGNS = Map.of(
            "VERIFIED", Status.APPROVED,
            "PENDING", Status.PENDING,
            "IN_PROGRESS", Status.PENDING,
            "FAILED", Status.REJECTED,
            "SUSPENDED", Status.SUSPENDED);

    private final TwilioRestClient client;

    TwilioRegistrations(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public List<CarrierRegistration> all() {
        return TwilioRefusal.asking(
                () -> Stream.concat(verifications(), campaigns()).toList());
    }

    @Override
    public Map<CarrierId, EmergencyAddress> emergencyAddresses() {
        return TwilioRefusal.asking(() -> {
            var addresses = new HashMap<CarrierId, EmergencyAddress>();
            IncomingPhoneNumber.reader()
                    .setPageSize(PAGE)
                    .limit(MOST)
                    .read(client)
                    .forEach(number -> addresses.put(new CarrierId(number.getSid()), address(number)));
            return addresses;
        });
    }

    private static EmergencyAddress address(IncomingPhoneNumber number) {
        return switch (number.getEmergencyAddressStatus()) {
            case REGISTERED, UNREGISTRATION_FAILURE -> EmergencyAddress.REGISTERED;
            case PENDING_REGISTRATION -> EmergencyAddress.PENDING;
            case REGISTRATION_FAILURE -> EmergencyAddress.REFUSED;
            case UNREGISTERED, PENDING_UNREGISTRATION -> EmergencyAddress.NONE;
            case null -> EmergencyAddress.NONE;
        };
    }

    /** One a number: the newest, where an older was refused. */
    private Stream<CarrierRegistration> verifications() {
        var newest = new HashMap<String, TollfreeVerification>();
        var read = TollfreeVerification.reader().setPageSize(PAGE).limit(MOST).read(client);
        read.forEach(verification ->
                newest.merge(verification.getTollfreePhoneNumberSid(), verification, TwilioRegistrations::newer));
        return newest.entrySet().stream().map(entry -> verification(entry.getKey(), entry.getValue()));
    }

    private static TollfreeVerification newer(TollfreeVerification one, TollfreeVerification other) {
        return Stream.of(one, other)
                .max(Comparator.comparing(
                        TollfreeVerification::getDateCreated, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private static CarrierRegistration verification(String number, TollfreeVerification verification) {
        Status status = switch (verification.getStatus()) {
            case TWILIO_APPROVED -> Status.APPROVED;
            case PENDING_REVIEW, IN_REVIEW -> Status.PENDING;
            case TWILIO_REJECTED -> Status.REJECTED;
        };
        return new CarrierRegistration(
                new CarrierId(number),
                status,
                status == Status.REJECTED ? Objects.requireNonNullElse(verification.getRejectionReason(), "") : "");
    }

    private Stream<CarrierRegistration> campaigns() {
        var services = new ArrayList<Service>();
        Service.reader().setPageSize(PAGE).limit(MOST).read(client).forEach(services::add);
        return services.stream().flatMap(service -> campaigns(service.getSid()));
    }

    /** A service has one campaign at most; where it was made anew after a refusal the better one counts. */
    private Stream<CarrierRegistration> campaigns(String service) {
        Optional<Status> best = StreamSupport.stream(
                        UsAppToPerson.reader(service)
                                .setPageSize(PAGE)
                                .limit(MOST)
                                .read(client)
                                .spliterator(),
                        false)
                .map(campaign -> CAMPAIGNS.getOrDefault(
                        Objects.requireNonNullElse(campaign.getCampaignStatus(), "")
                                .toUpperCase(Locale.ROOT),
                        Status.PENDING))
                .min(Comparator.naturalOrder());
        return best.stream()
                .flatMap(status -> members(service).map(number -> new CarrierRegistration(number, status, "")));
    }

    private Stream<CarrierId> members(String service) {
        var members = new ArrayList<CarrierId>();
        PhoneNumber.reader(service)
                .setPageSize(PAGE)
                .limit(MOST)
                .read(client)
                .forEach(member -> members.add(new CarrierId(member.getSid())));
        return members.stream();
    }
}
