package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.market.AreaCode;
import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.state.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that voice webhooks have in common ({@code twilio.md} section 2.1). */
final class CallParameters {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private CallParameters() {}

    /** In alphabetical order; more may be added. */
    static Map<String, String> standard(Call call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Call.Details details = call.details();
        parameters.put("AccountSid", call.accountSid());
        if (details.answeredBy() != null) {
            parameters.put("AnsweredBy", details.answeredBy());
        }
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("CallSid", call.sid());
        parameters.put("CallStatus", call.status().text());
        party(parameters, "Called", call.to());
        party(parameters, "Caller", call.from());
        if (details.callerName() != null) {
            parameters.put("CallerName", details.callerName());
        }
        parameters.put("Direction", call.direction().text());
        if (details.forwardedFrom() != null) {
            parameters.put("ForwardedFrom", details.forwardedFrom());
        }
        party(parameters, "From", call.from());
        if (call.parentCallSid() != null) {
            parameters.put("ParentCallSid", call.parentCallSid());
        }
        party(parameters, "To", call.to());
        parameters.putAll(details.parameters());
        return parameters;
    }

    /**
     * What the name database has ({@code twilio.md} section 19.3): empty when it knows nobody, null when it is not asked,
     * since it is an American one and needs a number.
     */
    static @Nullable String callerName(String number) {
        if (!number.matches("\\+1[2-9]\\d{9}")) {
            return null;
        }
        return Objects.requireNonNullElse(Inventory.standard().lineOf(number).callerName(), "");
    }

    private static void party(Map<String, String> parameters, String name, String number) {
        Optional<AreaCode> place = Inventory.standard().placeOf(number);
        parameters.put(name, number);
        parameters.put(name + "City", place.map(AreaCode::locality).orElse("").toUpperCase(Locale.ROOT));
        // Toll-free numbers belong to a country and to no place in it.
        parameters.put(name + "Country", number.startsWith("+1") ? "US" : "");
        parameters.put(name + "State", place.map(AreaCode::region).orElse(""));
        parameters.put(name + "Zip", place.map(AreaCode::postalCode).orElse(""));
    }

    static String timestamp(Instant instant) {
        return RFC_2822.format(instant);
    }
}
