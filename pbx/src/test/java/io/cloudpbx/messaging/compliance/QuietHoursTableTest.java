package io.cloudpbx.messaging.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.LocalHours;
import io.cloudpbx.messaging.flow.LocalHours.Window;
import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.messaging.flow.QuietHours;
import io.cloudpbx.messaging.flow.QuietHours.Opening;
import io.cloudpbx.messaging.flow.QuietHours.Opening.Closed;
import io.cloudpbx.messaging.flow.QuietHours.Opening.Open;
import io.cloudpbx.messaging.flow.Recipient;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTableTest {
    private static final QuietHours HOURS = QuietHoursTable.shipped();
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T05:00:00Z");

    @Test
    void no_row_reaches_beyond_the_federal_hours_and_each_names_its_source() {
        assertThat(HOURS.jurisdictions()).hasSize(28).containsKeys("US", "US-FL", "US-TX", "CA");
        assertThat(HOURS.jurisdictions().values()).allSatisfy(hours -> {
            assertThat(hours.source()).isNotBlank();
            assertThat(hours.checkedOn()).isAfter(LocalDate.parse("2026-01-01"));
            assertThat(hours.windows().values().stream().flatMap(List::stream))
                    .isNotEmpty()
                    .allSatisfy(window -> assertThat(window.from()).isAfterOrEqualTo(LocalTime.of(8, 0)));
            assertThat(hours.windows().values().stream().flatMap(List::stream))
                    .filteredOn(window -> !hours.code().equals("CA"))
                    .allSatisfy(window -> assertThat(window.until()).isBeforeOrEqualTo(LocalTime.of(21, 0)));
        });
    }

    /** The table of {@code compliance.md} section 3, row by row. */
    @ParameterizedTest
    @CsvSource({
        "US-FL, TUESDAY, 08:00-20:00, 3",
        "US-OK, SUNDAY, 08:00-20:00, 3",
        "US-WA, TUESDAY, 08:00-20:00,",
        "US-MD, TUESDAY, 08:00-20:00, 3",
        "US-TX, SATURDAY, 09:00-21:00,",
        "US-TX, SUNDAY, 12:00-21:00,",
        "US-NJ, TUESDAY, 08:00-20:00,",
        "US-CT, TUESDAY, 09:00-20:00,",
        "US-AL, SUNDAY, '',",
        "US-LA, SATURDAY, 08:00-20:00,",
        "US-MS, SUNDAY, '',",
        "US-MA, TUESDAY, 08:00-20:00,",
        "US-NV, TUESDAY, 09:00-20:00,",
        "US-KY, TUESDAY, 10:00-21:00,",
        "US-MI, TUESDAY, 09:00-21:00,",
        "US-MN, TUESDAY, 09:00-21:00,",
        "US-NM, TUESDAY, 09:00-21:00,",
        "US-CA, TUESDAY, 09:00-21:00,",
        "US-IL, TUESDAY, 09:00-21:00,",
        "US-PA, SATURDAY, 09:00-20:00,",
        "US-PA, SUNDAY, 13:30-20:00,",
        "US-RI, FRIDAY, 09:00-18:00,",
        "US-RI, SATURDAY, 10:00-17:00,",
        "US-RI, SUNDAY, '',",
        "US-VA, TUESDAY, 08:00-21:00,",
        "US, SUNDAY, 08:00-21:00,"
    })
    void the_windows_are_those_of_the_rule_book(String code, DayOfWeek day, String window, Integer cap) {
        LocalHours hours = row(code);

        assertThat(hours.windows().getOrDefault(day, List.of()).stream()
                        .map(w -> w.from() + "-" + w.until())
                        .findFirst()
                        .orElse(""))
                .isEqualTo(window);
        assertThat(hours.cap()).isEqualTo(cap);
    }

    @ParameterizedTest
    @CsvSource({
        // Florida, but it may be Pensacola: an hour behind Miami.
        "+18505550123, 2027-01-12T13:30:00Z, 2027-01-12T14:00:00Z",
        // Miami itself.
        "+13055550123, 2027-01-12T12:30:00Z, 2027-01-12T13:00:00Z",
        // An overlay may be where its parent is.
        "+14485550123, 2027-01-12T13:30:00Z, 2027-01-12T14:00:00Z",
        // The Navajo Nation keeps summer time, the rest of Arizona does not: 8 AM there is 7 AM elsewhere.
        "+19285550123, 2027-07-13T14:30:00Z, 2027-07-13T15:00:00Z",
        "+19285550123, 2027-01-12T14:30:00Z, 2027-01-12T15:00:00Z",
        // Phoenix alone.
        "+16025550123, 2027-07-13T14:59:59Z, 2027-07-13T15:00:00Z",
        // Honolulu has no summer time, and Adak has.
        "+18085550123, 2027-07-13T17:00:00Z, 2027-07-13T18:00:00Z",
        "+19075550123, 2027-07-13T16:30:00Z, 2027-07-13T17:00:00Z",
        // Puerto Rico is an hour ahead of New York in winter, Guam most of a day.
        "+17875550123, 2027-01-12T11:30:00Z, 2027-01-12T12:00:00Z",
        "+16715550123, 2027-01-11T21:30:00Z, 2027-01-11T22:00:00Z",
        // Ends: 9 PM is past the window.
        "+12125550123, 2027-01-13T02:00:00Z, 2027-01-13T13:00:00Z",
        // Texas sleeps longer on Sundays.
        "+12145550123, 2027-01-10T17:00:00Z, 2027-01-10T18:00:00Z",
        // Alabama closes on Sundays and holidays: a Saturday night before Martin Luther King Day.
        "+12055550123, 2027-01-17T03:00:00Z, 2027-01-19T14:00:00Z",
        // Independence Day 2027 is a Sunday, observed on the Monday.
        "+12055550123, 2027-07-04T02:00:00Z, 2027-07-06T13:00:00Z",
        // The nights in which the clocks change in New York: 7 AM is the same, its instant is not.
        "+12125550123, 2027-03-14T02:00:00Z, 2027-03-14T12:00:00Z",
        "+12125550123, 2027-11-07T02:00:00Z, 2027-11-07T13:00:00Z"
    })
    void the_next_opening_is_the_first_at_which_all_windows_are_open(String number, Instant now, Instant opens) {
        assertThat(HOURS.at(now, recipient(number), TextKind.INFORMATIONAL))
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.opens()).contains(opens));
        assertThat(HOURS.at(opens, recipient(number), TextKind.INFORMATIONAL)).isInstanceOf(Open.class);
        assertThat(HOURS.at(opens.minusMillis(1), recipient(number), TextKind.INFORMATIONAL))
                .isInstanceOf(Closed.class);
    }

    @Test
    void marketing_keeps_the_house_s_hours_too_and_rests_on_holidays() {
        Instant thanksgivingEve = Instant.parse("2026-11-26T01:30:00Z");

        assertThat(HOURS.at(thanksgivingEve, recipient("+12125550123"), TextKind.INFORMATIONAL))
                .isInstanceOf(Open.class);
        assertThat(HOURS.at(thanksgivingEve, recipient("+12125550123"), TextKind.MARKETING))
                .isInstanceOfSatisfying(Closed.class, closed -> {
                    assertThat(closed.because().code()).isEqualTo("house");
                    assertThat(closed.opens()).contains(Instant.parse("2026-11-27T15:00:00Z"));
                });
    }

    @Test
    void an_open_window_says_when_the_first_of_all_closes() {
        Opening opening =
                HOURS.at(Instant.parse("2027-01-12T18:00:00Z"), recipient("+18505550123"), TextKind.INFORMATIONAL);

        // 8 PM in the eastern part of the area code, an hour before 8 PM in the other.
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Open.class, open -> assertThat(open.until()).contains(Instant.parse("2027-01-13T01:00:00Z")));
    }

    @Test
    void a_rule_binds_from_its_day_on() {
        LocalHours virginia = row("US-VA");

        assertThat(virginia.effectiveFrom()).isEqualTo("2026-01-01");
        assertThat(virginia.effectiveTo()).isNull();
    }

    /**
     * A year of instants for every area code of the country: whenever the hours say open, the clock on every wall there
     * agrees, and whenever they say closed, the opening they name is open and nothing before it is.
     */
    @Test
    void in_a_whole_year_nothing_is_open_that_any_clock_closes() {
        List<PhoneNumber> numbers = AreaCodes.shipped().all().entrySet().stream()
                .filter(area -> !area.getValue().place().states().isEmpty())
                .map(area -> new PhoneNumber("+1" + area.getKey() + "5550123"))
                .sorted()
                .toList();
        var random = new Random(21);
        int open = 0;
        for (PhoneNumber number : numbers) {
            for (int round = 0; round < 250; round++) {
                Instant now = NEW_YEAR.plusSeconds(
                        random.nextLong(Duration.ofDays(366).toSeconds()));
                open += check(number, now, random) ? 1 : 0;
            }
        }
        assertThat(open).isGreaterThan(numbers.size() * 40);
    }

    /** Every quarter of an hour of the nights on which clocks change, in every zone that any area code has. */
    @Test
    void the_nights_on_which_clocks_change_are_nights_everywhere() {
        List<Recipient> places = places();
        assertThat(places).hasSizeGreaterThan(40);
        for (String night : List.of("2027-03-14T00:00:00Z", "2027-11-07T00:00:00Z")) {
            for (int quarter = 0; quarter < 4 * 36; quarter++) {
                Instant now = Instant.parse(night).plus(Duration.ofMinutes(15L * quarter));
                for (Recipient to : places) {
                    if (HOURS.at(now, to, TextKind.INFORMATIONAL) instanceof Open) {
                        assertDecent(to, now, TextKind.INFORMATIONAL);
                    }
                }
            }
        }
    }

    private static boolean check(PhoneNumber number, Instant now, Random random) {
        Recipient to = recipient(number.e164());
        TextKind kind = random.nextBoolean() ? TextKind.MARKETING : TextKind.INFORMATIONAL;
        switch (HOURS.at(now, to, kind)) {
            case Open open -> {
                assertDecent(to, now, kind);
                Instant until = open.until().orElseThrow();
                assertThat(until).isAfter(now);
                assertDecent(to, until.minusSeconds(1), kind);
                return true;
            }
            case Closed closed -> {
                Instant opens = closed.opens().orElseThrow();
                assertThat(opens).isAfter(now);
                assertDecent(to, opens, kind);
                Instant between = now.plusSeconds(
                        random.nextLong(Duration.between(now, opens).toSeconds() + 1));
                assertThat(between.equals(opens) || HOURS.at(between, to, kind) instanceof Closed)
                        .isTrue();
                return false;
            }
        }
    }

    /** Written anew, without the code under test: the table's rows, read by every clock. */
    private static void assertDecent(Recipient to, Instant now, TextKind kind) {
        List<LocalHours> rules = new ArrayList<>();
        rules.add(row(HOURS.jurisdictions().containsKey(to.country()) ? to.country() : "US"));
        to.place().states().stream()
                .filter(HOURS.jurisdictions()::containsKey)
                .map(QuietHoursTableTest::row)
                .forEach(rules::add);
        if (kind == TextKind.MARKETING) {
            rules.add(HOURS.house());
        }
        for (ZoneId zone : to.place().zones()) {
            ZonedDateTime local = now.atZone(zone);
            for (LocalHours rule : rules) {
                assertThat(rule.windows().getOrDefault(local.getDayOfWeek(), List.of()))
                        .as("%s at %s by %s", to.address(), local, rule.name())
                        .anyMatch(window -> isIn(window, local.toLocalTime()));
            }
            if (to.country().equals("US")) {
                assertThat(local.getHour()).isBetween(8, 20);
            }
        }
    }

    private static boolean isIn(Window window, LocalTime time) {
        return time.compareTo(window.from()) >= 0 && time.compareTo(window.until()) < 0;
    }

    /** One recipient for each combination of states and zones that occurs. */
    private static List<Recipient> places() {
        Set<Place> seen = new HashSet<>();
        return AreaCodes.shipped().all().entrySet().stream()
                .filter(area -> seen.add(area.getValue().place()))
                .map(area -> recipient("+1" + area.getKey() + "5550123"))
                .toList();
    }

    private static LocalHours row(String code) {
        return Objects.requireNonNull(HOURS.jurisdictions().get(code));
    }

    private static Recipient recipient(String number) {
        return Recipients.of(number);
    }
}
