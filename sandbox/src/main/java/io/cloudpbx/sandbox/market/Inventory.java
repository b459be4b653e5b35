package io.cloudpbx.sandbox.market;

import io.cloudpbx.sandbox.market.LineProfile.LineType;
import io.cloudpbx.sandbox.market.MarketNumber.Kind;
import io.cloudpbx.sandbox.state.TollFree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every number that the carrier sells, the same at each start ({@code twilio.md} E17): per area code the fictional
 * numbers 555-0100 to 555-0199, and as many per toll-free prefix.
 *
 * <p>Made for the unhappy paths: the area codes 212, 310 and 917 are sold out, and (303) 555-0100 is listed but gone
 * when somebody buys it. Never for sale are the numbers of {@link Persona}s and the private phones of a business's
 * staff: (415) 555-0190 to 0199 and (628) 555-0170 to 0179.
 */
public final class Inventory {
    /** Listed, yet taken by somebody else just before (21422). */
    public static final String GONE_ON_PURCHASE = "+13035550100";

    private static final Set<String> SOLD_OUT = Set.of("212", "310", "917");

    private final Map<String, AreaCode> areaCodes;
    private final Map<String, MarketNumber> forSale;

    private Inventory() {
        this.areaCodes = readAreaCodes();
        Stream<MarketNumber> local = areaCodes.values().stream()
                .filter(area -> !SOLD_OUT.contains(area.code()))
                .flatMap(area -> fictional(area.code()).map(number -> new MarketNumber(number, Kind.LOCAL, area)));
        Stream<MarketNumber> tollFree = TollFree.PREFIXES.stream()
                .flatMap(Inventory::fictional)
                .map(number -> new MarketNumber(number, Kind.TOLL_FREE, null));
        this.forSale = Stream.concat(local, tollFree)
                .filter(number -> !isReserved(number.phoneNumber()))
                .collect(Collectors.toMap(
                        MarketNumber::phoneNumber, number -> number, (one, other) -> one, LinkedHashMap::new));
    }

    /** It never changes, so all who ask share one. */
    public static Inventory standard() {
        return Standard.INVENTORY;
    }

    /** Made when first asked for: forty thousand numbers take their time. */
    private static final class Standard {
        private static final Inventory INVENTORY = new Inventory();
    }

    /** The number, when the carrier sells it at all. */
    public Optional<MarketNumber> find(String phoneNumber) {
        return Optional.ofNullable(forSale.get(phoneNumber));
    }

    /** All that pass, in the order of the numbers. */
    public Stream<MarketNumber> listed(Kind kind, Predicate<MarketNumber> wanted) {
        return forSale.values().stream().filter(number -> number.kind() == kind).filter(wanted);
    }

    /** The place that a +1 number belongs to, also when its area code is sold out. */
    public Optional<AreaCode> placeOf(String phoneNumber) {
        boolean american = phoneNumber.startsWith("+1") && phoneNumber.length() == 12;
        return american ? Optional.ofNullable(areaCodes.get(phoneNumber.substring(2, 5))) : Optional.empty();
    }

    /**
     * What a lookup says about a number, always the same. In the area codes that are sold out, and so belong to people
     * only, 555-0150 to 0159 are landlines and 555-0160 to 0169 a cable company's; other numbers of people are mobile.
     */
    public LineProfile lineOf(String phoneNumber) {
        if (TollFree.is(phoneNumber)) {
            return LineProfile.of(LineType.TOLL_FREE, null);
        }
        if (forSale.containsKey(phoneNumber)) {
            return LineProfile.of(LineType.NON_FIXED_VOIP, null);
        }
        String name = Persona.ALL.stream()
                .filter(persona -> persona.phoneNumber().equals(phoneNumber))
                .findFirst()
                .map(persona -> LineProfile.databaseSpelling(persona.name()))
                .orElse(null);
        return LineProfile.of(peoplesLine(phoneNumber), name);
    }

    private static LineType peoplesLine(String phoneNumber) {
        boolean soldOut = SOLD_OUT.stream().anyMatch(code -> phoneNumber.startsWith("+1" + code));
        String block = phoneNumber.substring(Math.max(0, phoneNumber.length() - 7), phoneNumber.length() - 1);
        return switch (soldOut ? block : "") {
            case "555015" -> LineType.LANDLINE;
            case "555016" -> LineType.FIXED_VOIP;
            default -> LineType.MOBILE;
        };
    }

    /** Whether a +1 number has a toll-free prefix. */
    public static boolean isTollFree(String phoneNumber) {
        return TollFree.is(phoneNumber);
    }

    private static boolean isReserved(String phoneNumber) {
        return phoneNumber.startsWith("+1415555019")
                || phoneNumber.startsWith("+1628555017")
                || Persona.ALL.stream()
                        .anyMatch(persona -> persona.phoneNumber().equals(phoneNumber));
    }

    private static Stream<String> fictional(String code) {
        return IntStream.range(0, 100).mapToObj(line -> "+1" + code + "55501" + line / 10 + line % 10);
    }

    private static Map<String, AreaCode> readAreaCodes() {
        try (InputStream in = Inventory.class.getResourceAsStream("/market/area-codes.csv")) {
            if (in == null) {
                throw new IllegalStateException("market/area-codes.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(AreaCode::parse)
                    .collect(Collectors.toMap(AreaCode::code, area -> area, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
