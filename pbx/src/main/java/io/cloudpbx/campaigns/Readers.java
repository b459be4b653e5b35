package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.Foresight.Foreseen;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.telephony.Segments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Goes through an audience person by person, before anything leaves. */
@Component
public class Readers {
    private final CampaignViews campaigns;
    private final FigureRows figures;
    private final Foresight foresight;

    Readers(CampaignViews campaigns, FigureRows figures, Foresight foresight) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.foresight = foresight;
    }

    /**
     * Those who wait, in the order of the audience.
     *
     * @param after the id after which they begin
     * @throws io.cloudpbx.problems.Problem {@code campaign_not_found}
     */
    public List<Reader> of(UUID id, long after, int limit) {
        Campaign campaign = campaigns.campaign(id);
        List<Delivery> some = figures.list(id, List.of(State.WAITING), after, limit);
        return foresight.of(campaign, some, Sent.NOTHING).stream()
                .map(Readers::reader)
                .toList();
    }

    private static Reader reader(Foreseen foreseen) {
        String body = foreseen.text().body();
        return new Reader(
                foreseen.delivery().id(),
                foreseen.text().to().e164(),
                body,
                foreseen.text().segments(),
                Segments.of(body).encoding().name().toLowerCase(Locale.ROOT),
                outcome(foreseen.judgement()),
                because(foreseen.judgement()).map(Check::code).orElse(""),
                because(foreseen.judgement()).map(Check::sentence).orElse(""));
    }

    private static String outcome(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Leave leave -> "gets";
            case Judgement.Wait wait -> "waits";
            case Judgement.Skip skip -> "skipped";
            case Judgement.Rest rest -> "blocked";
            case Judgement.Halt halt -> "blocked";
        };
    }

    private static Optional<Check> because(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Leave leave -> Optional.empty();
            case Judgement.Wait(var until, var because) -> Optional.of(because);
            case Judgement.Skip(var because) -> Optional.of(because);
            case Judgement.Rest(var because) -> Optional.of(because);
            case Judgement.Halt(var because) -> Optional.of(because);
        };
    }
}
