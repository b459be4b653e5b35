package io.cloudpbx.calls.flow;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The states of the country and what each asks for before a call may be recorded ({@code compliance.md} section 8). */
public final class State {
    /** Of Michigan, Oregon and Vermont lists say different things, so they count as strict. */
    private static final Set<String> ASK_EVERYBODY =
            Set.of("CA", "CT", "DE", "FL", "IL", "MD", "MA", "MT", "NV", "NH", "PA", "WA", "MI", "OR", "VT");

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("AL", "Alabama"),
            entry("AK", "Alaska"),
            entry("AZ", "Arizona"),
            entry("AR", "Arkansas"),
            entry("CA", "California"),
            entry("CO", "Colorado"),
            entry("CT", "Connecticut"),
            entry("DE", "Delaware"),
            entry("DC", "the District of Columbia"),
            entry("FL", "Florida"),
            entry("GA", "Georgia"),
            entry("HI", "Hawaii"),
            entry("ID", "Idaho"),
            entry("IL", "Illinois"),
            entry("IN", "Indiana"),
            entry("IA", "Iowa"),
            entry("KS", "Kansas"),
            entry("KY", "Kentucky"),
            entry("LA", "Louisiana"),
            entry("ME", "Maine"),
            entry("MD", "Maryland"),
            entry("MA", "Massachusetts"),
            entry("MI", "Michigan"),
            entry("MN", "Minnesota"),
            entry("MS", "Mississippi"),
            entry("MO", "Missouri"),
            entry("MT", "Montana"),
            entry("NE", "Nebraska"),
            entry("NV", "Nevada"),
            entry("NH", "New Hampshire"),
            entry("NJ", "New Jersey"),
            entry("NM", "New Mexico"),
            entry("NY", "New York"),
            entry("NC", "North Carolina"),
            entry("ND", "North Dakota"),
            entry("OH", "Ohio"),
            entry("OK", "Oklahoma"),
            entry("OR", "Oregon"),
            entry("PA", "Pennsylvania"),
            entry("RI", "Rhode Island"),
            entry("SC", "South Carolina"),
            entry("SD", "South Dakota"),
            entry("TN", "Tennessee"),
            entry("TX", "Texas"),
            entry("UT", "Utah"),
            entry("VT", "Vermont"),
            entry("VA", "Virginia"),
            entry("WA", "Washington"),
            entry("WV", "West Virginia"),
            entry("WI", "Wisconsin"),
            entry("WY", "Wyoming"));

    private State() {}

    /** @param code such as {@code TX} */
    public static boolean isOne(String code) {
        return NAMES.containsKey(code);
    }

    static boolean asksEverybody(String code) {
        return ASK_EVERYBODY.contains(code);
    }

    static String named(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
