package io.cloudpbx.sandbox.fault;

import static io.cloudpbx.sandbox.control.ControlProblem.invalid;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a rule makes sense; refuses it with the name of the field that does not. */
final class FaultCheck {
    private static final Set<Part> REQUESTS_TO_US = EnumSet.of(Part.REST, Part.RECORDING, Part.MEDIA);
    private static final Set<Part> CONTENT = EnumSet.of(Part.RECORDING, Part.MEDIA);
    private static final Set<Part> LISTS = EnumSet.of(Part.REST);
    private static final Set<Part> WEBHOOKS = EnumSet.of(Part.WEBHOOK, Part.RECEIPT);
    private static final Set<Part> SOCKETS = EnumSet.of(Part.RELAY);
    private static final Set<Part> REQUESTS_TO_CUSTOMERS = EnumSet.of(Part.WEBHOOK, Part.RECEIPT, Part.RELAY);
    private static final long DELAY_MAX_MS = 86_400_000;
    private static final long HELD_MAX_MS = 60_000;
    private static final int SECONDS_MAX = 86_400;

    private FaultCheck() {}

    static void check(FaultRule rule) {
        required("where", rule.where());
        required("what", rule.what());
        Where where = rule.where();
        Part part = where == null ? null : where.part();
        required("where.part", part);
        if (where == null || part == null || rule.what() == null) {
            return;
        }
        check(where, part);
        check(rule.what(), part);
        check(rule.howOftenOrAlways());
    }

    private static void required(String field, @Nullable Object value) {
        if (value == null) {
            throw invalid(field, "Is required");
        }
    }

    private static void check(Where where, Part part) {
        if (where.method() != null && !where.method().matches("[A-Za-z]{3,7}")) {
            throw invalid("where.method", "Not an HTTP method: " + where.method());
        }
        if (where.number() != null && !where.number().matches("\\+[1-9][0-9]{6,14}")) {
            throw invalid("where.number", "Not an E.164 number: " + where.number());
        }
        if (where.account() != null && !where.account().matches("AC[0-9a-f]{32}")) {
            throw invalid("where.account", "Not an account SID: " + where.account());
        }
        if (where.callback() != null && !WEBHOOKS.contains(part)) {
            throw invalid("where.callback", "Only the parts webhook and receipt have callbacks");
        }
        if (where.route() != null && (where.route().isBlank() || where.route().length() > 500)) {
            throw invalid("where.route", "Must have 1 to 500 characters");
        }
    }

    private static void check(What what, Part part) {
        switch (what) {
            case What.Delay delay -> delay(delay, part);
            case What.Outage outage -> {}
            case What.ToUs toUs -> {
                in(part, possible(toUs));
                check(toUs);
            }
            case What.ToCustomers toCustomers -> {
                in(part, possible(toCustomers));
                check(toCustomers);
            }
        }
    }

    private static Set<Part> possible(What.ToUs what) {
        return switch (what) {
            case What.Answer any -> REQUESTS_TO_US;
            case What.Cut any -> REQUESTS_TO_US;
            case What.SlowBody any -> REQUESTS_TO_US;
            case What.Concurrency any -> REQUESTS_TO_US;
            case What.LateInLists list -> LISTS;
            case What.MissingInLists list -> LISTS;
            case What.CallbackFirst create -> LISTS;
            case What.NotYet content -> CONTENT;
            case What.Truncated content -> CONTENT;
            case What.WrongType content -> CONTENT;
            case What.WrongLength content -> CONTENT;
        };
    }

    private static Set<Part> possible(What.ToCustomers what) {
        return switch (what) {
            case What.Drop any -> WEBHOOKS;
            case What.Duplicate any -> WEBHOOKS;
            case What.Reorder any -> WEBHOOKS;
            case What.ExtraParameter any -> WEBHOOKS;
            case What.Signature any -> REQUESTS_TO_CUSTOMERS;
            case What.BreakOff socket -> SOCKETS;
        };
    }

    private static void check(What.ToUs what) {
        switch (what) {
            case What.Answer answer -> check(answer.statuses());
            case What.Cut cut -> required("what.when", cut.when());
            case What.SlowBody slow -> range("what.bytesPerSecond", slow.bytesPerSecond(), 1, 1_000_000);
            case What.LateInLists late -> range("what.seconds", late.seconds(), 1, SECONDS_MAX);
            case What.MissingInLists missing -> {}
            case What.Concurrency limited -> range("what.limit", limited.limit(), 0, 10_000);
            case What.CallbackFirst first -> range("what.upToSeconds", first.upToSeconds(), 1, 60);
            case What.NotYet notYet -> range("what.seconds", notYet.seconds(), 1, SECONDS_MAX);
            case What.Truncated truncated -> share("what.keep", truncated.keep());
            case What.WrongType wrong -> required("what.contentType", wrong.contentType());
            case What.WrongLength wrong -> range("what.extraBytes", wrong.extraBytes(), 1, 1_000_000);
        }
    }

    private static void check(What.ToCustomers what) {
        switch (what) {
            case What.Drop drop -> {}
            case What.Duplicate duplicate -> range("what.times", duplicate.times(), 1, 10);
            case What.Reorder reorder -> range("what.withinSeconds", reorder.withinSeconds(), 1, SECONDS_MAX);
            case What.ExtraParameter extra -> {}
            case What.Signature signature -> required("what.over", signature.over());
            case What.BreakOff breakOff -> range("what.afterMs", breakOff.afterMs(), 0, HELD_MAX_MS);
        }
    }

    private static void delay(What.Delay delay, Part part) {
        long most = WEBHOOKS.contains(part) ? DELAY_MAX_MS : HELD_MAX_MS;
        range("what.fromMs", delay.fromMs(), 0, most);
        range("what.toMs", delay.toMsOrFrom(), delay.fromMs(), most);
    }

    private static void in(Part part, Set<Part> possible) {
        if (!possible.contains(part)) {
            throw invalid("what.fault", "Is possible in these parts only: " + possible);
        }
    }

    private static void check(List<What.Status> statuses) {
        if (statuses == null || statuses.isEmpty() || statuses.size() > 20) {
            throw invalid("what.statuses", "One to twenty are required");
        }
        for (int i = 0; i < statuses.size(); i++) {
            What.Status status = statuses.get(i);
            String field = "what.statuses[" + i + "]";
            required(field, status);
            range(field + ".status", status.status(), 400, 599);
            range(field + ".weight", status.weightOrOne(), 1, 1_000_000);
            range(
                    field + ".retryAfterSeconds",
                    status.retryAfterSeconds() == null ? 0 : status.retryAfterSeconds(),
                    0,
                    86_400);
        }
    }

    private static void check(HowOften often) {
        if (often.probability() != null) {
            double probability = often.probability();
            if (!(probability >= 0 && probability <= 1)) {
                throw invalid("howOften.probability", "Must be from 0 to 1");
            }
        }
        positive("howOften.first", often.first());
        positive("howOften.every", often.every());
        positive("howOften.count", often.count());
    }

    private static void positive(String field, @Nullable Long value) {
        if (value != null && value < 1) {
            throw invalid(field, "Must be 1 or more");
        }
    }

    private static void share(String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw invalid(field, "Must be from 0 to below 1");
        }
    }

    private static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw invalid(field, "Must be from " + min + " to " + max);
        }
    }
}
