package io.cloudpbx.numbers.flow;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.numbers.ListedRegistration;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An examination as lines for a terminal: {@code ok}, {@code note} or {@code wrong}, a space, and a sentence. */
public final class Diagnosis {
    private Diagnosis() {}

    public static List<String> of(Examination examination) {
        var lines = new ArrayList<String>();
        examination.numbers().forEach(number -> lines.addAll(of(number)));
        examination.strangers().forEach(number -> lines.add(stranger(number)));
        examination
                .refusedCountries()
                .forEach(country -> lines.add("wrong " + CountryName.of(country)
                        + " may be called as Settings say, and the carrier refuses it (21215): allow it in its console,"
                        + " at Voice, Settings, Geo permissions."));
        return lines;
    }

    private static List<String> of(ExaminedNumber examined) {
        String name = Optional.ofNullable(examined.number().number())
                .map(PhoneNumber::display)
                .orElse("");
        var lines = new ArrayList<String>();
        switch (examined.standing()) {
            case FINE -> lines.add("ok " + name + ": its calls and texts come here.");
            case UNDER_WAY -> lines.add("note " + name + " is being set up or given back right now.");
            case GONE ->
                lines.add("wrong " + name
                        + ": the carrier does not have it in this account, so nobody reaches you by it.");
            case CHANGED ->
                examined.deviations().forEach(deviation -> lines.add("wrong " + name + ": " + difference(deviation)));
        }
        registration(examined).ifPresent(words -> lines.add(words.formatted(name)));
        return lines;
    }

    private static String difference(Deviation deviation) {
        return "%s is %s, and should be %s."
                .formatted(deviation.setting().words(), orNone(deviation.there()), orNone(deviation.wanted()));
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static Optional<String> registration(ExaminedNumber examined) {
        ListedRegistration registration = examined.number().registration();
        if (registration == null || examined.standing() == Standing.GONE) {
            return Optional.empty();
        }
        return Optional.of(
                switch (registration.status()) {
                    case APPROVED -> "ok %s may text.";
                    case PENDING -> "note %s is in review for texting; until it is approved, networks block its texts.";
                    case REJECTED -> "wrong %s was refused for texting; Numbers in the dashboard says why.";
                    case SUSPENDED -> "wrong %s is suspended from texting; ask the carrier.";
                    case NONE -> "note %s has no registration to text; networks may block its texts.";
                });
    }

    private static String stranger(CarrierNumber number) {
        return "note " + number.number().display() + " is in the account at the carrier, and not known here.";
    }
}
