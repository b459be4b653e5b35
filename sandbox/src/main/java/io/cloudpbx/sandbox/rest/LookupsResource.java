package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.LineProfile;
import io.cloudpbx.sandbox.market.LineProfile.LineType;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookups.twilio.com/v2/PhoneNumbers/{number}} ({@code twilio.md} section 12). What cannot be a number answers 200
 * too, as not valid.
 */
final class LookupsResource {
    private static final List<String> PACKAGES = List.of("caller_name", "line_type_intelligence");
    private static final List<String> OTHER_PACKAGES = List.of(
            "sim_swap",
            "call_forwarding",
            "line_status",
            "identity_match",
            "reassigned_number",
            "sms_pumping_risk",
            "phone_number_quality_score",
            "pre_fill");
    private static final Pattern DECORATION = Pattern.compile("[\\s().-]");

    private final CarrierState state;
    private final Inventory inventory;

    LookupsResource(CarrierState state, Inventory inventory) {
        this.state = state;
        this.inventory = inventory;
    }

    void register(RoutesConfig routes) {
        Product.LOOKUPS.get(routes, "/PhoneNumbers/{number}", this::fetch);
    }

    private void fetch(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        List<String> fields = fields(parameters);
        String country = parameters.text("CountryCode").orElse("US").toUpperCase(Locale.ROOT);
        if (!country.equals("US")) {
            throw ApiError.notImitated("A lookup of national numbers of " + country);
        }
        String asked = ctx.pathParam("number");
        Json.write(
                ctx,
                200,
                PhoneNumbers.parse(asked).map(number -> valid(number, fields)).orElseGet(() -> invalid(asked)));
    }

    private static List<String> fields(Parameters parameters) {
        List<String> fields = new ArrayList<>();
        for (String given : parameters.all("Fields")) {
            for (String field : given.split(",", -1)) {
                fields.add(field.strip());
            }
        }
        fields.removeIf(String::isEmpty);
        for (String field : fields) {
            if (OTHER_PACKAGES.contains(field)) {
                throw ApiError.notImitated("The lookup package " + field);
            }
            if (!PACKAGES.contains(field)) {
                throw ApiError.invalid(60600, "Invalid Fields value: " + field);
            }
        }
        return fields;
    }

    private Map<String, @Nullable Object> valid(String number, List<String> fields) {
        if (!number.startsWith("+1")) {
            throw ApiError.notImitated("A lookup of numbers outside of North America");
        }
        LineProfile line = inventory.lineOf(number);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("calling_country_code", "1");
        body.put("country_code", "US");
        body.put("phone_number", number);
        body.put("national_format", PhoneNumbers.display(number));
        body.put("valid", true);
        body.put("validation_errors", List.of());
        body.put("caller_name", fields.contains("caller_name") ? callerName(number, line) : null);
        body.put("line_type_intelligence", fields.contains("line_type_intelligence") ? lineType(line) : null);
        addWhatIsNotAsked(body, number);
        return body;
    }

    private Map<String, @Nullable Object> callerName(String number, LineProfile line) {
        boolean business = state.number(number).map(IncomingNumber::accountSid).isPresent();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("caller_name", line.callerName());
        body.put("caller_type", line.callerName() == null ? null : business ? "BUSINESS" : "CONSUMER");
        body.put("error_code", null);
        return body;
    }

    private static Map<String, @Nullable Object> lineType(LineProfile line) {
        boolean mobile = line.type() == LineType.MOBILE;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("error_code", null);
        body.put("mobile_country_code", mobile ? "310" : null);
        body.put("mobile_network_code", mobile ? "999" : null);
        body.put("carrier_name", line.carrier());
        body.put("type", line.type().text());
        return body;
    }

    private static Map<String, @Nullable Object> invalid(String asked) {
        String digits = DECORATION.matcher(asked).replaceAll("");
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("calling_country_code", null);
        body.put("country_code", null);
        body.put("phone_number", digits);
        body.put("national_format", null);
        body.put("valid", false);
        body.put("validation_errors", List.of(validationError(digits)));
        body.put("caller_name", null);
        body.put("line_type_intelligence", null);
        addWhatIsNotAsked(body, asked);
        return body;
    }

    private static String validationError(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
            return "NOT_A_NUMBER";
        }
        int national = digits.length() - (text.startsWith("+1") || digits.startsWith("1") ? 1 : 0);
        if (text.startsWith("+0")) {
            return "INVALID_COUNTRY_CODE";
        }
        if (national < 10) {
            return "TOO_SHORT";
        }
        return national > 10 ? "TOO_LONG" : "INVALID_BUT_POSSIBLE";
    }

    /** Packages of Twilio's that nobody can ask for here stay null, as all that are not asked for do. */
    private static void addWhatIsNotAsked(Map<String, @Nullable Object> body, String number) {
        OTHER_PACKAGES.forEach(name -> body.put(name, null));
        body.put("url", Product.LOOKUPS.url("/PhoneNumbers/" + number));
    }
}
