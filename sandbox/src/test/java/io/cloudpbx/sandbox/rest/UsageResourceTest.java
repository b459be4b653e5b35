package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.usage.Record;
import com.twilio.rest.api.v2010.account.usage.record.Daily;
import com.twilio.rest.api.v2010.account.usage.record.ThisMonth;
import com.twilio.rest.api.v2010.account.usage.record.Today;
import io.cloudpbx.sandbox.state.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} section 12: usage, balance and prices. */
class UsageResourceTest extends RestTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void the_balance_falls_with_calls_and_numbers() {
        assertThat(Balance.fetcher().fetch(businessClient()).getBalance()).isEqualTo("100.00000");

        saved(Call.Status.COMPLETED, START, START.plusSeconds(61));
        businessOwns("+18885550101");

        Balance balance = Balance.fetcher().fetch(businessClient());
        assertThat(balance.getBalance()).isEqualTo("97.82200");
        assertThat(balance.getCurrency()).isEqualTo("USD");
        assertThat(Balance.fetcher().fetch(outsideClient()).getBalance()).isEqualTo("100.00000");
    }

    @ParameterizedTest
    @CsvSource({"0, -0.01400", "60, -0.01400", "61, -0.02800", "600, -0.14000"})
    void a_call_that_is_over_costs_its_begun_minutes(int seconds, String price) {
        Call call = saved(Call.Status.COMPLETED, START, START.plusSeconds(seconds));

        assertThat(business().get("Calls/" + call.sid() + ".json").text("price"))
                .isEqualTo(price);
    }

    @Test
    void a_call_that_nobody_answered_or_that_goes_on_has_no_price() {
        Call busy = saved(Call.Status.BUSY, null, START);
        Call live = saved(Call.Status.IN_PROGRESS, START, null);

        assertThat(business()
                        .get("Calls/" + busy.sid() + ".json")
                        .json()
                        .path("price")
                        .isNull())
                .isTrue();
        assertThat(business()
                        .get("Calls/" + live.sid() + ".json")
                        .json()
                        .path("price")
                        .isNull())
                .isTrue();
    }

    @Test
    void records_add_up_by_category_and_day() {
        saved(Call.Status.COMPLETED, START, START.plusSeconds(30));
        saved(Call.Status.COMPLETED, START, START.plusSeconds(90));
        saved(Call.Status.COMPLETED, START.plusSeconds(86_400), START.plusSeconds(86_430));

        Record all = Record.reader()
                .setCategory("calls")
                .read(businessClient())
                .iterator()
                .next();
        assertThat(all.getCount()).isEqualTo("3");
        assertThat(all.getUsage()).isEqualTo("4");
        assertThat(all.getUsageUnit()).isEqualTo("minutes");
        assertThat(all.getPrice()).isEqualByComparingTo("0.056");
        assertThat(all.getPriceUnit()).isNotNull();

        assertThat(Daily.reader()
                        .setCategory("calls-outbound")
                        .setStartDate(LocalDate.of(2026, 3, 1))
                        .setEndDate(LocalDate.of(2026, 3, 2))
                        .read(businessClient()))
                .extracting(Daily::getStartDate, Daily::getCount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 2), "1"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 1), "2"));
    }

    @Test
    void every_category_is_listed_also_when_nothing_was_used() {
        businessOwns("+14155550101");

        assertThat(Today.reader().setPageSize(7L).read(businessClient()))
                .extracting(Today::getCategory)
                .contains("calls-inbound-local", "sms-outbound", "totalprice")
                .doesNotHaveDuplicates();
        ThisMonth numbers = ThisMonth.reader()
                .setCategory("phonenumbers")
                .read(businessClient())
                .iterator()
                .next();
        assertThat(numbers.getPrice()).isEqualByComparingTo("1.15");
        assertThat(numbers.getStartDate())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1));
    }

    @Test
    void a_category_that_cannot_occur_names_itself() {
        var reply = business().get("Usage/Records.json?Category=fax");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("message")).contains("fax");
    }

    @ParameterizedTest
    @CsvSource({"StartDate=yesterday, 400", "StartDate=-30days, 200", "EndDate=2026-02-30, 400"})
    void dates_are_days_or_distances_from_today(String parameter, int status) {
        assertThat(business().get("Usage/Records/Daily.json?" + parameter).status())
                .isEqualTo(status);
    }
}
