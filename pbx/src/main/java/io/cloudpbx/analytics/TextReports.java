package io.cloudpbx.analytics;

import io.cloudpbx.analytics.TextReport.Answers;
import io.cloudpbx.analytics.TextReport.Day;
import io.cloudpbx.analytics.TextReport.OfCampaign;
import io.cloudpbx.analytics.TextReport.Outcomes;
import io.cloudpbx.analytics.TextReport.Sent;
import io.cloudpbx.analytics.TextReport.Summary;
import io.cloudpbx.analytics.flow.Period;
import io.cloudpbx.analytics.flow.Span;
import io.cloudpbx.analytics.flow.WallClock;
import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.messaging.TextFigures;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports about texts and campaigns. */
@Service
public class TextReports {
    private final Tallies tallies;
    private final DeliveryFigures campaigns;

    TextReports(Tallies tallies, DeliveryFigures campaigns) {
        this.tallies = tallies;
        this.campaigns = campaigns;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TextReport about(Period period) {
        var before = period.before();
        var sentByCampaigns = tallies.totals(DeliveryFigures.SUBJECT, period.span());
        return new TextReport(
                Range.of(period),
                summary(tallies.totals(TextFigures.SUBJECT, period.span()), sentByCampaigns),
                Range.of(before),
                summary(
                        tallies.totals(TextFigures.SUBJECT, before.span()),
                        tallies.totals(DeliveryFigures.SUBJECT, before.span())),
                days(period),
                ofCampaigns(sentByCampaigns.parted("campaign")));
    }

    private static Summary summary(Totals texts, Totals deliveries) {
        Map<String, Long> byCampaigns = new HashMap<>();
        deliveries
                .parted("campaign")
                .values()
                .forEach(
                        outcomes -> outcomes.forEach((outcome, count) -> byCampaigns.merge(outcome, count, Long::sum)));
        Map<String, Long> authors = new HashMap<>(texts.of("author"));
        authors.put("campaign", outcomes(byCampaigns).total());
        return new Summary(
                texts.of("author", "in"),
                sent(authors),
                outcomes(texts.of("outcome")).plus(outcomes(byCampaigns)),
                texts.of("opt_out", "words"),
                answers(texts.parted("first_answer")));
    }

    private static Answers answers(Map<String, Map<String, Long>> byAuthor) {
        Map<String, Long> all = new HashMap<>();
        byAuthor.values().forEach(waits -> waits.forEach((seconds, count) -> all.merge(seconds, count, Long::sum)));
        var everybody = Sums.waits(all);
        var assistant = Sums.waits(byAuthor.getOrDefault("assistant", Map.of()));
        return new Answers(
                everybody,
                assistant,
                Sums.waits(byAuthor.getOrDefault("person", Map.of())),
                Sums.share(assistant.count(), everybody.count()));
    }

    private List<Day> days(Period period) {
        Span span = period.span();
        Duration stretch = WallClock.stretch(span, period.zone());
        List<TimedFigure> course = Stream.of(TextFigures.SUBJECT, DeliveryFigures.SUBJECT)
                .flatMap(subject -> tallies.course(subject, span, stretch).stream())
                .toList();
        var byDay = WallClock.byDay(course, period.zone());
        return period.daysBegun().stream()
                .map(day -> {
                    var counts = byDay.getOrDefault(day, Map.of());
                    return new Day(
                            day,
                            period.hoursOf(day),
                            period.isUnfinished(day),
                            counts.getOrDefault("in", 0L),
                            sent(counts));
                })
                .toList();
    }

    private static Sent sent(Map<String, Long> byAuthor) {
        long assistant = byAuthor.getOrDefault("assistant", 0L);
        long person = byAuthor.getOrDefault("person", 0L);
        long campaign = byAuthor.getOrDefault("campaign", 0L);
        long automatic = byAuthor.getOrDefault("automatic", 0L);
        return new Sent(assistant + person + campaign + automatic, assistant, person, campaign, automatic);
    }

    private List<OfCampaign> ofCampaigns(Map<String, Map<String, Long>> byCampaign) {
        var names = campaigns.names(
                byCampaign.keySet().stream().map(UUID::fromString).collect(Collectors.toSet()));
        return byCampaign.entrySet().stream()
                .map(each -> of(UUID.fromString(each.getKey()), each.getValue(), names))
                .sorted(Comparator.comparingLong((OfCampaign each) -> -each.sent())
                        .thenComparing(OfCampaign::id))
                .toList();
    }

    private static OfCampaign of(UUID id, Map<String, Long> counts, Map<UUID, String> names) {
        var outcomes = outcomes(counts);
        long optedOut = counts.getOrDefault("opted_out", 0L);
        return new OfCampaign(
                id,
                names.getOrDefault(id, ""),
                outcomes.total(),
                outcomes,
                optedOut,
                counts.getOrDefault("replied", 0L),
                Sums.share(outcomes.delivered(), outcomes.total()),
                Sums.share(optedOut, outcomes.total()));
    }

    private static Outcomes outcomes(Map<String, Long> counts) {
        return new Outcomes(
                counts.getOrDefault("delivered", 0L),
                counts.getOrDefault("failed", 0L),
                counts.getOrDefault("unconfirmed", 0L));
    }
}
