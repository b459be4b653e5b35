package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Bill;
import io.cloudpbx.sandbox.billing.Category;
import io.cloudpbx.sandbox.billing.Charge;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Balance} and {@code Usage/Records} ({@code twilio.md} section 12). Days are those of UTC. */
final class UsageResource {
    private static final String PATH = ApiRoutes.ACCOUNT + "/Usage/Records";
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    private static final Pattern RELATIVE = Pattern.compile("([+-]?)(\\d{1,5})days?");

    private final Bill bill;
    private final Clock clock;

    UsageResource(Bill bill, Clock clock) {
        this.bill = bill;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get(ApiRoutes.ACCOUNT + "/Balance.json", this::balance);
        routes.get(PATH + ".json", ctx -> list(ctx, List::of));
        routes.get(PATH + "/AllTime.json", ctx -> list(ctx, List::of));
        routes.get(PATH + "/Daily.json", ctx -> list(ctx, asked -> split(asked, ChronoUnit.DAYS)));
        routes.get(PATH + "/Monthly.json", ctx -> list(ctx, asked -> split(asked, ChronoUnit.MONTHS)));
        routes.get(PATH + "/Yearly.json", ctx -> list(ctx, asked -> split(asked, ChronoUnit.YEARS)));
        routes.get(PATH + "/Today.json", ctx -> list(ctx, asked -> List.of(new Days(today(), today()))));
        routes.get(
                PATH + "/Yesterday.json",
                ctx -> list(ctx, asked -> List.of(new Days(today().minusDays(1), today().minusDays(1)))));
        routes.get(PATH + "/ThisMonth.json", ctx -> list(ctx, asked -> List.of(month(today()))));
        routes.get(PATH + "/LastMonth.json", ctx -> list(ctx, asked -> List.of(month(today().minusMonths(1)))));
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void balance(Context ctx) {
        String account = ApiRoutes.account(ctx).sid();
        String left = bill.balance(account).toPlainString();
        Json.write(ctx, 200, Map.of("account_sid", account, "balance", left, "currency", "USD"));
    }

    /** From the first to the last day, both included. */
    private record Days(LocalDate first, LocalDate last) {}

    private Days month(LocalDate day) {
        LocalDate last = day.withDayOfMonth(day.lengthOfMonth());
        return new Days(day.withDayOfMonth(1), last.isAfter(today()) ? today() : last);
    }

    /** The parts of a span by calendar, newest first. */
    private static List<Days> split(Days whole, ChronoUnit unit) {
        List<Days> parts = new ArrayList<>();
        LocalDate first = whole.first();
        while (!first.isAfter(whole.last())) {
            LocalDate next = switch (unit) {
                case MONTHS -> first.withDayOfMonth(1).plusMonths(1);
                case YEARS -> first.withDayOfYear(1).plusYears(1);
                default -> first.plusDays(1);
            };
            LocalDate last = next.minusDays(1);
            parts.add(new Days(first, last.isAfter(whole.last()) ? whole.last() : last));
            first = next;
        }
        return parts.reversed();
    }

    private void list(Context ctx, Function<Days, List<Days>> parts) {
        Parameters parameters = Parameters.of(ctx);
        String account = ApiRoutes.account(ctx).sid();
        List<Category> categories = parameters
                .text("Category")
                .map(UsageResource::category)
                .map(List::of)
                .orElseGet(() -> List.of(Category.values()));
        Days asked = new Days(
                day("StartDate", parameters.text("StartDate").orElse(OPENED.toString())),
                day("EndDate", parameters.text("EndDate").orElse(today().toString())));
        List<Record> records = new ArrayList<>();
        for (Days days : parts.apply(asked)) {
            categories.forEach(category -> records.add(new Record(account, category, days)));
        }
        List<Charge> charges = bill.charges(account).toList();
        new Listing<Record>("usage_records", Record::key, record -> body(record, charges)).answer(ctx, records);
    }

    private static Category category(String text) {
        return Category.of(text)
                .orElseThrow(() -> ApiError.notImitated("The usage category " + text.toLowerCase(Locale.ROOT)));
    }

    /** A date, or so many days from today: {@code -30days}. */
    private LocalDate day(String name, String text) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            long days = Long.parseLong(relative.group(2));
            return today().plusDays(relative.group(1).equals("-") ? -days : days);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.isBefore(OPENED) ? OPENED : date.isAfter(today()) ? today() : date;
        } catch (DateTimeParseException e) {
            throw ApiError.invalid(20001, name + " is not a date: " + text);
        }
    }

    private record Record(String accountSid, Category category, Days days) {
        String key() {
            return category.text() + "." + days.first();
        }
    }

    private Body body(Record record, List<Charge> charges) {
        Category category = record.category();
        Bill.Sum sum = Bill.sum(
                charges,
                category,
                record.days().first().atStartOfDay().toInstant(ZoneOffset.UTC),
                record.days().last().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        BigDecimal price = sum.price();
        boolean total = category == Category.TOTALPRICE;
        return new Body(
                record.accountSid(),
                ApiRoutes.VERSION,
                clock.instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atOffset(ZoneOffset.UTC)
                        .toString()
                        .replace("Z", "+00:00"),
                category.text(),
                total ? null : String.valueOf(sum.count()),
                total ? null : category.countUnit(),
                category.description(),
                record.days().first().toString(),
                record.days().last().toString(),
                price.toPlainString(),
                "usd",
                Map.of(),
                "/%s/Accounts/%s/Usage/Records.json?Category=%s&StartDate=%s&EndDate=%s"
                        .formatted(
                                ApiRoutes.VERSION,
                                record.accountSid(),
                                category.text(),
                                record.days().first(),
                                record.days().last()),
                total ? price.toPlainString() : String.valueOf(sum.usage()),
                category.usageUnit());
    }

    private record Body(
            String accountSid,
            String apiVersion,
            String asOf,
            String category,
            @Nullable String count,
            @Nullable String countUnit,
            String description,
            String startDate,
            String endDate,
            String price,
            String priceUnit,
            Map<String, String> subresourceUris,
            String uri,
            String usage,
            String usageUnit) {}
}
