package io.cloudpbx.messaging.compliance;

import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The area codes of the North American numbering plan. An overlay has its parent's states and zones, since both are given
 * out in the same places (C19).
 */
final class AreaCodes {
    private static final String FILE = "area-codes.json";
    private static final int AREA_CODE_END = 5;
    private static final AreaCodes SHIPPED = new AreaCodes(Resources.read(FILE, File.class));

    /** Where an area code is given out. */
    record Area(String country, Place place) {}

    /** As in the file: either an overlay of another code, or a place of its own. */
    private record Row(
            @Nullable String country,
            @Nullable List<String> states,
            @Nullable List<String> zones,
            @Nullable String overlayOf) {}

    private record File(List<String> tollFree, List<String> premium, Map<String, Row> areaCodes) {}

    private final Set<String> tollFree;
    private final Set<String> premium;
    private final Map<String, Area> areas;

    private AreaCodes(File file) {
        this.tollFree = Set.copyOf(file.tollFree());
        this.premium = Set.copyOf(file.premium());
        Map<String, Area> found = new HashMap<>();
        file.areaCodes().keySet().forEach(code -> found.put(code, area(code, file.areaCodes())));
        this.areas = Map.copyOf(found);
    }

    static AreaCodes shipped() {
        return SHIPPED;
    }

    Optional<Area> of(PhoneNumber number) {
        return code(number).map(areas::get);
    }

    boolean isTollFree(PhoneNumber number) {
        return code(number).filter(tollFree::contains).isPresent();
    }

    /** Area codes and the exchange 976 that are billed as services (T4). */
    boolean isPremium(PhoneNumber number) {
        return code(number)
                .filter(code -> premium.contains(code) || number.e164().startsWith("976", AREA_CODE_END))
                .isPresent();
    }

    Map<String, Area> all() {
        return areas;
    }

    /** Empty for numbers outside the plan. */
    private static Optional<String> code(PhoneNumber number) {
        return number.e164().startsWith("+1") && number.e164().length() == 12
                ? Optional.of(number.e164().substring(2, AREA_CODE_END))
                : Optional.empty();
    }

    private static Area area(String code, Map<String, Row> rows) {
        Row row = rows.get(code);
        if (row == null) {
            throw new IllegalStateException(FILE + ": " + code + " is overlaid but not listed");
        }
        if (row.overlayOf() != null) {
            return area(row.overlayOf(), rows);
        }
        if (row.country() == null || row.states() == null || row.zones() == null) {
            throw new IllegalStateException(FILE + ": " + code + " has no place");
        }
        Set<ZoneId> zones = row.zones().stream().map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
        return new Area(row.country(), new Place(Set.copyOf(row.states()), zones, Place.Evidence.AREA_CODE));
    }
}
