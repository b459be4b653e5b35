package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.market.AreaCode;
import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.MarketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which available numbers a client asks for. All filters must hold. */
final class AvailabilityFilter {
    private static final Pattern AREA_CODE = Pattern.compile("\\d{3}");
    private static final Parameters.Range DISTANCE_MILES = new Parameters.Range(0, 500, 20001);
    private static final int DISTANCE_DEFAULT = 25;

    private final Parameters parameters;
    private final Inventory inventory;
    private final List<Predicate<MarketNumber>> filters = new ArrayList<>();

    AvailabilityFilter(Parameters parameters, Inventory inventory) {
        this.parameters = parameters;
        this.inventory = inventory;
    }

    Predicate<MarketNumber> parse() {
        parameters.text("AreaCode").ifPresent(this::inAreaCode);
        parameters.text("Contains").ifPresent(this::containing);
        inPlace("InRegion", AreaCode::region);
        inPlace("InLocality", AreaCode::locality);
        inPlace("InRateCenter", AreaCode::rateCenter);
        inPlace("InPostalCode", AreaCode::postalCode);
        parameters.text("NearNumber").ifPresent(this::nearNumber);
        parameters.text("NearLatLong").ifPresent(this::nearPoint);
        able("VoiceEnabled", true);
        able("SmsEnabled", true);
        able("MmsEnabled", true);
        able("FaxEnabled", false);
        if (parameters.text("InLata").isPresent()) {
            throw ApiError.notImitated("The parameter InLata");
        }
        return number -> filters.stream().allMatch(filter -> filter.test(number));
    }

    private void inAreaCode(String areaCode) {
        if (!AREA_CODE.matcher(areaCode).matches()) {
            throw ApiError.invalid(21451, areaCode + " is not a valid area code");
        }
        filters.add(number -> number.isIn(areaCode));
    }

    private void containing(String text) {
        Pattern pattern = NumberPattern.compile(text);
        filters.add(number -> pattern.matcher(number.phoneNumber()).find());
    }

    private void inPlace(String name, Function<AreaCode, String> property) {
        parameters
                .text(name)
                .ifPresent(wanted -> filters.add(number -> Optional.ofNullable(number.place())
                        .map(property)
                        .filter(wanted::equalsIgnoreCase)
                        .isPresent()));
    }

    private void nearNumber(String text) {
        AreaCode center = PhoneNumbers.parse(text)
                .flatMap(inventory::placeOf)
                .orElseThrow(() -> ApiError.invalid(20001, "NearNumber is not a known American number: " + text));
        near(center.latitude(), center.longitude());
    }

    private void nearPoint(String text) {
        String[] point = text.split(",", 2);
        try {
            near(Double.parseDouble(point[0].strip()), Double.parseDouble(point[1].strip()));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw ApiError.invalid(20001, "NearLatLong is not \"latitude,longitude\": " + text);
        }
    }

    private void near(double latitude, double longitude) {
        int miles = parameters.number("Distance", DISTANCE_MILES, DISTANCE_DEFAULT);
        filters.add(number -> Optional.ofNullable(number.place())
                .filter(place -> place.milesTo(latitude, longitude) <= miles)
                .isPresent());
    }

    private void able(String name, boolean allAre) {
        parameters
                .text(name)
                .map("true"::equalsIgnoreCase)
                .ifPresent(wanted -> filters.add(number -> wanted == allAre));
    }
}
