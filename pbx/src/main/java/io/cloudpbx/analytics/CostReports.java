package io.cloudpbx.analytics;

import io.cloudpbx.analytics.CostReport.CallCost;
import io.cloudpbx.analytics.CostReport.ClaudeCost;
import io.cloudpbx.analytics.CostReport.Costs;
import io.cloudpbx.analytics.CostReport.TextCost;
import io.cloudpbx.analytics.flow.Period;
import io.cloudpbx.analytics.flow.Span;
import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.claude.SpendingFigures;
import io.cloudpbx.dialing.DialedFigures;
import io.cloudpbx.messaging.TextFigures;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports about what it all cost. */
@Service
public class CostReports {
    private static final String CALLS = "The carrier has not told what calls cost; its invoice does.";
    private static final String TEXTS =
            "An estimate by the usual price of a segment, fees included; the carrier has not told what each text cost.";

    private final Tallies tallies;

    CostReports(Tallies tallies) {
        this.tallies = tallies;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CostReport about(Period period) {
        var before = period.before();
        return new CostReport(Range.of(period), costs(period.span()), Range.of(before), costs(before.span()));
    }

    private Costs costs(Span span) {
        var texts = texts(span);
        var claude = claude(tallies.totals(SpendingFigures.SUBJECT, span));
        var calls = new CallCost(talked(CallFigures.SUBJECT, span), talked(DialedFigures.SUBJECT, span), null, CALLS);
        return new Costs(calls, texts, claude, texts.aboutDollars() + claude.dollars());
    }

    private long talked(String subject, Span span) {
        return tallies.totals(subject, span).of("talk", "seconds");
    }

    private TextCost texts(Span span) {
        var sent = Stream.of(TextFigures.SUBJECT, DeliveryFigures.SUBJECT)
                .map(subject -> tallies.totals(subject, span))
                .toList();
        long segments =
                sent.stream().mapToLong(totals -> totals.of("segments", "sent")).sum();
        long withMedia =
                sent.stream().mapToLong(totals -> totals.of("media", "sent")).sum();
        return new TextCost(segments, withMedia, Sums.dollars(TextFigures.about(segments, withMedia)), TEXTS);
    }

    private static ClaudeCost claude(Totals totals) {
        long calls = totals.of("dollars", "calls");
        long texts = totals.of("dollars", "texts");
        return new ClaudeCost(
                totals.of("questions", "calls") + totals.of("questions", "texts"),
                Sums.dollars(calls + texts),
                Sums.dollars(calls),
                Sums.dollars(texts),
                totals.of("unpriced", "calls") + totals.of("unpriced", "texts"));
    }
}
