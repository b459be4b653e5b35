package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.LaunchSheet.Blocker;
import io.cloudpbx.campaigns.LaunchSheet.Sample;
import io.cloudpbx.campaigns.LaunchSheet.SenderStanding;
import io.cloudpbx.campaigns.LaunchSheet.Skipped;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.GateRulebook;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate about everybody in an audience, as it would be asked when each text leaves. */
@Component
public class LaunchSheets {
    /** From so many on somebody must say the number before it begins. */
    public static final long MANY = 1_000;

    private static final int AT_ONCE = 500;

    private final CampaignViews campaigns;
    private final FigureRows figures;
    private final BulkGate gate;
    private final Wording wording;
    private final Pace pace;
    private final Clock clock;

    LaunchSheets(CampaignViews campaigns, FigureRows figures, BulkGate gate, Wording wording, Pace pace, Clock clock) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.gate = gate;
        this.wording = wording;
        this.pace = pace;
        this.clock = clock;
    }

    /** @throws io.cloudpbx.problems.Problem {@code campaign_not_found} */
    public LaunchSheet of(UUID id) {
        Campaign campaign = campaigns.campaign(id);
        var sum = new Sum(campaign);
        long last = 0;
        while (true) {
            List<Delivery> some = figures.list(id, List.of(Delivery.State.WAITING), last, AT_ONCE);
            if (some.isEmpty()) {
                return sum.sheet();
            }
            last = some.getLast().id();
            sum.add(some);
        }
    }

    private final class Sum {
        private final Campaign campaign;
        private final Map<String, Skipped> skipped = new LinkedHashMap<>();
        private final Map<String, Check> halts = new LinkedHashMap<>();
        private long recipients;
        private long willGet;
        private long waiting;
        private long segments;
        private @Nullable Sample sample;
        private @Nullable Instant lastMorning;

        Sum(Campaign campaign) {
            this.campaign = campaign;
        }

        void add(List<Delivery> some) {
            List<BulkText> texts = some.stream().map(this::text).toList();
            var verdicts = gate.decide(texts, campaign.kind());
            for (int i = 0; i < some.size(); i++) {
                recipients++;
                String missing = wording.missing(campaign, some.get(i).fields());
                judge(
                        texts.get(i),
                        missing.isEmpty() ? Judgement.of(verdicts.get(i)) : Judgement.withoutField(missing));
            }
        }

        private BulkText text(Delivery delivery) {
            List<PhoneNumber> senders = campaign.senders();
            PhoneNumber sender = senders.get((int) (delivery.id() % senders.size()));
            return new BulkText(sender, delivery.to(), wording.of(campaign, delivery.fields()), campaign.kind());
        }

        private void judge(BulkText text, Judgement judgement) {
            switch (judgement) {
                case Judgement.Leave leave -> gets(text);
                case Judgement.Wait(Instant until, var because) -> {
                    waiting++;
                    lastMorning = lastMorning == null || until.isAfter(lastMorning) ? until : lastMorning;
                    gets(text);
                }
                case Judgement.Skip(Check because) ->
                    skipped.merge(
                            because.code(),
                            new Skipped(because.code(), because.sentence(), 1),
                            (sum, one) -> new Skipped(sum.code(), sum.sentence(), sum.count() + 1));
                case Judgement.Halt(Check because) -> {
                    halts.putIfAbsent(because.code(), because);
                    gets(text);
                }
            }
        }

        private void gets(BulkText text) {
            var measured = Segments.of(text.body());
            willGet++;
            segments += measured.count();
            if (sample == null) {
                sample = new Sample(text.to().e164(), text.body(), measured.count(), lower(measured.encoding()));
            }
        }

        LaunchSheet sheet() {
            double perSecond = campaign.senders().stream().mapToDouble(pace::of).sum();
            return new LaunchSheet(
                    recipients,
                    willGet,
                    waiting,
                    List.copyOf(skipped.values()),
                    segments,
                    GateRulebook.price(1, 0) * segments,
                    perSecond,
                    willGet == 0 ? null : endsAbout(perSecond),
                    recipients >= MANY,
                    gate.senders(campaign.senders()).stream().map(Sum::standing).toList(),
                    blockers(),
                    sample);
        }

        private Instant endsAbout(double perSecond) {
            Instant sent = clock.instant().plusSeconds(Math.round(segments / perSecond));
            return lastMorning != null && lastMorning.isAfter(sent) ? lastMorning : sent;
        }

        private List<Blocker> blockers() {
            List<Blocker> blockers = new ArrayList<>();
            if (recipients == 0) {
                blockers.add(new Blocker("no_recipients", "Nobody is in the audience yet."));
            }
            halts.values().forEach(check -> blockers.add(new Blocker(check.code(), check.sentence())));
            return blockers;
        }

        private static SenderStanding standing(Sender sender) {
            boolean registered = sender.registration() == Registration.APPROVED;
            boolean unknown = sender.registration() == Registration.UNKNOWN;
            String sentence = registered
                    ? "It is registered."
                    : unknown
                            ? "The carrier says nothing of its registration; receipts will."
                            : "It is not registered (" + lower(sender.registration())
                                    + "): networks will not take its texts.";
            return new SenderStanding(
                    sender.number().e164(),
                    lower(sender.registration()),
                    sender.ready() && (registered || unknown),
                    sentence);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
