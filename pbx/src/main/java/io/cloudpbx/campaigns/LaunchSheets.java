package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.LaunchSheet.Blocker;
import io.cloudpbx.campaigns.LaunchSheet.Sample;
import io.cloudpbx.campaigns.LaunchSheet.SenderStanding;
import io.cloudpbx.campaigns.LaunchSheet.Skipped;
import io.cloudpbx.campaigns.Outlook.Crowd;
import io.cloudpbx.campaigns.StepNews.Step;
import io.cloudpbx.campaigns.content.ContentTable;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.flow.Spread;
import io.cloudpbx.campaigns.flow.Warning;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkGate.SenderAsked;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.GateRulebook;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.telephony.Segments;
import io.cloudpbx.templates.Template;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate about everybody in an audience, as it would be asked when each text leaves. */
@Component
public class LaunchSheets {
    /** From so many on somebody must say the number before it begins. */
    public static final long MANY = 1_000;

    private static final int AT_ONCE = 2_000;

    private final CampaignViews campaigns;
    private final FigureRows figures;
    private final BulkGate gate;
    private final Foresight foresight;
    private final Outlook outlook;
    private final Pace pace;
    private final Clock clock;

    LaunchSheets(
            CampaignViews campaigns,
            FigureRows figures,
            BulkGate gate,
            Foresight foresight,
            Outlook outlook,
            Pace pace,
            Clock clock) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.gate = gate;
        this.foresight = foresight;
        this.outlook = outlook;
        this.pace = pace;
        this.clock = clock;
    }

    /** @throws io.cloudpbx.problems.Problem {@code campaign_not_found} */
    public LaunchSheet of(UUID id, StepNews news) {
        Campaign campaign = campaigns.campaign(id);
        var sum = new Sum(campaign);
        long all = campaigns.require(id).counts().total();
        long last = 0;
        while (true) {
            List<Delivery> some = figures.list(id, List.of(Delivery.State.WAITING), last, AT_ONCE);
            if (some.isEmpty()) {
                return sum.sheet();
            }
            last = some.getLast().id();
            sum.add(some);
            news.at(Step.JUDGING, sum.recipients, all);
        }
    }

    private final class Sum {
        private final Campaign campaign;
        private final Map<String, Skipped> skipped = new LinkedHashMap<>();
        private final Set<Check> halts = new LinkedHashSet<>();
        private final Instant now = clock.instant();
        private final Map<Crowd, Long> work = new HashMap<>();
        private long recipients;
        private long willGet;
        private long waiting;
        private Sent sent = Sent.NOTHING;
        private Sent sentNow = Sent.NOTHING;
        private @Nullable Sample sample;

        Sum(Campaign campaign) {
            this.campaign = campaign;
        }

        void add(List<Delivery> some) {
            recipients += some.size();
            foresight.of(campaign, some, sentNow).forEach(foreseen -> judge(foreseen.text(), foreseen.judgement()));
        }

        private void judge(BulkText text, Judgement judgement) {
            switch (judgement) {
                case Judgement.Leave leave -> {
                    sentNow = sentNow.plus(text.size());
                    gets(text, outlook.crowd(text.to(), campaign.kind()));
                }
                case Judgement.Wait(Instant until, var because) -> {
                    waiting++;
                    gets(text, outlook.crowd(text.to(), campaign.kind(), until));
                }
                case Judgement.Skip(Check because) ->
                    skipped.merge(
                            because.code(),
                            new Skipped(because.code(), because.sentence(), 1),
                            (sum, one) -> new Skipped(sum.code(), sum.sentence(), sum.count() + 1));
                case Judgement.Rest(Check because) -> blocked(text, because);
                case Judgement.Halt(Check because) -> blocked(text, because);
            }
        }

        private void blocked(BulkText text, Check because) {
            halts.add(because);
            gets(text, outlook.crowd(text.to(), campaign.kind()));
        }

        private void gets(BulkText text, Crowd crowd) {
            willGet++;
            sent = sent.plus(text.size());
            work.merge(crowd, Math.max(1L, text.segments()), Long::sum);
            if (sample == null) {
                String encoding = lower(Segments.of(text.body()).encoding());
                sample = new Sample(text.to().e164(), text.body(), text.segments(), encoding);
            }
        }

        LaunchSheet sheet() {
            List<SenderAsked> senders =
                    gate.senders(campaign.senders(), campaign.media().size());
            double each = willGet == 0
                    ? 1
                    : work.values().stream().mapToDouble(Long::doubleValue).sum() / willGet;
            double perSecond = pace.together(campaign.senders(), each);
            return new LaunchSheet(
                    recipients,
                    willGet,
                    waiting,
                    List.copyOf(skipped.values()),
                    sent.segments(),
                    sent.withMedia(),
                    GateRulebook.price(1, 0) * sent.segments() + GateRulebook.price(0, 1) * sent.withMedia(),
                    perSecond,
                    willGet == 0 ? null : outlook.ends(now, work, each, campaign.senders()),
                    recipients >= MANY,
                    senders.stream().map(Sum::standing).toList(),
                    blockers(senders),
                    warnings(),
                    sample);
        }

        private List<Warning> warnings() {
            String alike = new Template(campaign.message()).alike();
            long segments = sent.segments() + sent.withMedia();
            List<Double> paces = campaign.senders().stream().map(pace::of).toList();
            return Stream.concat(
                            ContentTable.topics().stream().flatMap(topic -> topic.in(alike).stream()),
                            Spread.of(segments, paces).stream())
                    .toList();
        }

        /** Whatever stands against one sender stands in the way of all: the others would take longer than the sheet says. */
        private List<Blocker> blockers(List<SenderAsked> senders) {
            List<Blocker> blockers = new ArrayList<>();
            if (recipients == 0) {
                blockers.add(new Blocker("no_recipients", "Nobody is in the audience yet."));
            }
            Stream.concat(senders.stream().flatMap(asked -> asked.against().stream()), halts.stream())
                    .map(check -> new Blocker(check.code(), check.sentence()))
                    .distinct()
                    .forEach(blockers::add);
            return blockers;
        }

        private static SenderStanding standing(SenderAsked asked) {
            Sender sender = asked.sender();
            String sentence = asked.against().isEmpty()
                    ? sender.registration() == Registration.APPROVED
                            ? "It is registered."
                            : "The carrier says nothing of its registration; receipts will."
                    : asked.against().stream().map(Check::sentence).collect(Collectors.joining(" "));
            return new SenderStanding(
                    sender.number().e164(),
                    lower(sender.registration()),
                    asked.against().isEmpty(),
                    sentence);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
