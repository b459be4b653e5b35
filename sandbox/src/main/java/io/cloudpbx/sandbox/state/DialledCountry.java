package io.cloudpbx.sandbox.state;

import java.util.List;

/**
 * A country that can be called, as far as this carrier knows the world.
 *
 * @param code with which its numbers begin
 */
public record DialledCountry(String isoCode, String name, String continent, String code) {
    public static final List<DialledCountry> ALL = List.of(
            new DialledCountry("AR", "Argentina", "SOUTH_AMERICA", "54"),
            new DialledCountry("AU", "Australia", "OCEANIA", "61"),
            new DialledCountry("AT", "Austria", "EUROPE", "43"),
            new DialledCountry("BE", "Belgium", "EUROPE", "32"),
            new DialledCountry("BR", "Brazil", "SOUTH_AMERICA", "55"),
            new DialledCountry("CA", "Canada", "NORTH_AMERICA", "1"),
            new DialledCountry("CL", "Chile", "SOUTH_AMERICA", "56"),
            new DialledCountry("CO", "Colombia", "SOUTH_AMERICA", "57"),
            new DialledCountry("DK", "Denmark", "EUROPE", "45"),
            new DialledCountry("FI", "Finland", "EUROPE", "358"),
            new DialledCountry("FR", "France", "EUROPE", "33"),
            new DialledCountry("DE", "Germany", "EUROPE", "49"),
            new DialledCountry("IN", "India", "ASIA", "91"),
            new DialledCountry("IE", "Ireland", "EUROPE", "353"),
            new DialledCountry("IL", "Israel", "ASIA", "972"),
            new DialledCountry("IT", "Italy", "EUROPE", "39"),
            new DialledCountry("JP", "Japan", "ASIA", "81"),
            new DialledCountry("MX", "Mexico", "NORTH_AMERICA", "52"),
            new DialledCountry("NL", "Netherlands", "EUROPE", "31"),
            new DialledCountry("NZ", "New Zealand", "OCEANIA", "64"),
            new DialledCountry("NO", "Norway", "EUROPE", "47"),
            new DialledCountry("PL", "Poland", "EUROPE", "48"),
            new DialledCountry("PT", "Portugal", "EUROPE", "351"),
            new DialledCountry("ES", "Spain", "EUROPE", "34"),
            new DialledCountry("SE", "Sweden", "EUROPE", "46"),
            new DialledCountry("CH", "Switzerland", "EUROPE", "41"),
            new DialledCountry("GB", "United Kingdom", "EUROPE", "44"),
            new DialledCountry("US", "United States", "NORTH_AMERICA", "1"));
}
