package io.cloudpbx.analytics;

import io.cloudpbx.analytics.CallReport.Cell;
import io.cloudpbx.analytics.CallReport.Day;
import io.cloudpbx.analytics.CallReport.OfExtension;
import io.cloudpbx.analytics.CallReport.OfNumber;
import io.cloudpbx.analytics.CallReport.Outgoing;
import io.cloudpbx.analytics.CallReport.Reception;
import io.cloudpbx.analytics.CallReport.Summary;
import io.cloudpbx.analytics.flow.Period;
import io.cloudpbx.analytics.flow.Span;
import io.cloudpbx.analytics.flow.WallClock;
import io.cloudpbx.analytics.flow.WallClock.WeekdayHour;
import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.dialing.DialedFigures;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports about calls. */
@Service
public class CallReports {
    private static final int DAYS_OF_WEEK = 7;
    private static final int HOURS_OF_DAY = 24;

    private final Tallies tallies;
    private final Extensions extensions;

    CallReports(Tallies tallies, Extensions extensions) {
        this.tallies = tallies;
        this.extensions = extensions;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CallReport about(Period period) {
        var totals = tallies.totals(CallFigures.SUBJECT, period.span());
        var before = period.before();
        var course = course(CallFigures.SUBJECT, period);
        return new CallReport(
                Range.of(period),
                summary(totals, outgoing(period.span())),
                Range.of(before),
                summary(tallies.totals(CallFigures.SUBJECT, before.span()), outgoing(before.span())),
                days(period, course, course(DialedFigures.SUBJECT, period)),
                heatMap(period, course),
                byExtension(totals),
                byNumber(totals));
    }

    private List<TimedFigure> course(String subject, Period period) {
        return tallies.course(subject, period.span(), WallClock.stretch(period.span(), period.zone()));
    }

    private static Summary summary(Totals totals, Outgoing outgoing) {
        return new Summary(
                CallCounts.of(totals.of("ending")),
                Sums.waits(totals.of("wait")),
                reception(CallCounts.of(totals.of("receptionist"))),
                totals.of("talk", "seconds"),
                outgoing);
    }

    private Outgoing outgoing(Span span) {
        var totals = tallies.totals(DialedFigures.SUBJECT, span);
        return new Outgoing(OutgoingCounts.of(totals.of("ending")), totals.of("talk", "seconds"));
    }

    private static Reception reception(CallCounts came) {
        return new Reception(
                came.total(),
                came.receptionist(),
                came.answered() + came.missed(),
                came.voicemail(),
                came.abandoned(),
                came.inProgress());
    }

    private static List<Day> days(Period period, Collection<TimedFigure> received, Collection<TimedFigure> outgoing) {
        var receivedByDay = WallClock.byDay(received, period.zone());
        var outgoingByDay = WallClock.byDay(outgoing, period.zone());
        return period.daysBegun().stream()
                .map(day -> new Day(
                        day,
                        period.hoursOf(day),
                        period.isUnfinished(day),
                        CallCounts.of(receivedByDay.getOrDefault(day, Map.of())),
                        OutgoingCounts.of(outgoingByDay.getOrDefault(day, Map.of()))))
                .toList();
    }

    private static List<Cell> heatMap(Period period, Collection<TimedFigure> course) {
        var byHour = WallClock.byWeekdayHour(course, period.zone());
        return IntStream.range(0, DAYS_OF_WEEK * HOURS_OF_DAY)
                .mapToObj(place -> new WeekdayHour(place / HOURS_OF_DAY + 1, place % HOURS_OF_DAY))
                .map(hour -> cell(hour, CallCounts.of(byHour.getOrDefault(hour, Map.of()))))
                .toList();
    }

    private static Cell cell(WeekdayHour hour, CallCounts calls) {
        return new Cell(hour.weekday(), hour.hour(), calls.total(), calls.answered(), calls.missed());
    }

    private List<OfExtension> byExtension(Totals totals) {
        var calls = totals.parted("extension");
        return extensions.all().stream()
                .filter(extension -> calls.containsKey(extension.id().toString()))
                .map(extension -> of(
                        extension,
                        CallCounts.of(calls.getOrDefault(extension.id().toString(), Map.of()))))
                .sorted(Comparator.comparingLong(
                                (OfExtension each) -> -each.calls().total())
                        .thenComparing(OfExtension::ext))
                .toList();
    }

    private static OfExtension of(Extension extension, CallCounts calls) {
        return new OfExtension(extension.id(), extension.ext(), extension.name(), calls);
    }

    private static List<OfNumber> byNumber(Totals totals) {
        return totals.parted("number").entrySet().stream()
                .map(each -> new OfNumber(
                        each.getKey(), new PhoneNumber(each.getKey()).display(), CallCounts.of(each.getValue())))
                .sorted(Comparator.comparingLong(
                                (OfNumber each) -> -each.calls().total())
                        .thenComparing(OfNumber::number))
                .toList();
    }
}
