package io.cloudpbx.campaigns;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.StepNews.Step;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.store.AudienceRows;
import io.cloudpbx.campaigns.store.AudienceRows.LeftOut;
import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.ConsentGiven;
import io.cloudpbx.contacts.Consents;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Proof;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.templates.Template;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a campaign is for. An audience is taken whole or not at all, in one transaction; each number once, and what cannot be used
 * is kept with its line and why.
 */
@Service
public class Audience {
    /** Most lists are written like this already, and need no library to understand them. */
    private static final Pattern PLAIN = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");

    /** How the ledger refers to a list, see {@link Agreed#proof}. */
    private static final Pattern BROUGHT =
            Pattern.compile("(.* )?campaign (?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})", Pattern.DOTALL);

    private static final int AT_ONCE = 2_000;

    /** So many of those that were not taken are told at once. */
    private static final int SHOWN = 100;

    private final AudienceRows rows;
    private final Campaigns campaigns;
    private final SavedAudiences saved;
    private final EverybodyInContacts contacts;
    private final Consents consents;
    private final Settings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Audience(
            AudienceRows rows,
            Campaigns campaigns,
            SavedAudiences saved,
            EverybodyInContacts contacts,
            Consents consents,
            Settings settings,
            JsonMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.saved = saved;
        this.contacts = contacts;
        this.consents = consents;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Who brings people, and from where. */
    public record Who(SignedIn person, String address) {}

    /**
     * Adds people.
     *
     * @param agreed written into the ledger of each of them; null when their consent is on record, or there is none
     * @throws Problem {@code campaign_not_draft}, or {@code invalid_fields} for {@code consent.date}
     */
    @Transactional
    public Intake add(UUID id, Iterator<Recipient> people, @Nullable Agreed agreed, StepNews news, Who who) {
        Campaign campaign = changeable(id);
        if (agreed != null
                && agreed.isToCome(clock.instant(), settings.current().timeZone())) {
            throw Problem.invalid("consent.date", "in_the_future", "is in the future");
        }
        var staged = new Staged(new Template(campaign.message()));
        stage(people, staged);
        Intake intake = taken(campaign, staged.read, agreed, news);
        putOff(campaign, intake, who);
        return intake;
    }

    /**
     * Adds people who are here already, copied as they are now; what they have agreed to is on record, or is not.
     *
     * @throws Problem {@code campaign_not_draft} or {@code audience_not_found}
     */
    @Transactional
    public Intake add(UUID id, Kept kept, StepNews news, Who who) {
        Campaign campaign = changeable(id);
        Iterator<List<Recipient>> pages = switch (kept) {
            case Kept.Saved(UUID audienceId) -> saved.pages(audienceId);
            case Kept.Everybody everybody -> contacts.agreedTo(category(campaign));
        };
        var staged = new Staged(new Template(campaign.message()));
        while (pages.hasNext()) {
            stage(pages.next().iterator(), staged);
            news.at(Step.READING, staged.read, 0);
        }
        Intake intake = taken(campaign, staged.read, null, news);
        putOff(campaign, intake, who);
        return intake;
    }

    private void putOff(Campaign campaign, Intake intake, Who who) {
        if (intake.taken() > 0) {
            campaigns.putOff(campaign, who.person(), who.address());
        }
    }

    /** People who are here already. */
    public sealed interface Kept {
        record Saved(UUID audienceId) implements Kept {}

        /** Everybody in Contacts who has agreed to such texts. */
        record Everybody() implements Kept {}
    }

    private Campaign changeable(UUID id) {
        Campaign campaign = campaigns.held(id);
        if (!Lifecycle.CHANGE.from().contains(campaign.state())) {
            throw Problem.conflict("campaign_not_draft", Lifecycle.CHANGE.refusal());
        }
        return campaign;
    }

    private void stage(Iterator<Recipient> people, Staged staged) {
        rows.stage(staging -> {
            while (people.hasNext()) {
                staged.stage(people.next(), staging);
            }
        });
    }

    private Intake taken(Campaign campaign, long read, @Nullable Agreed agreed, StepNews news) {
        UUID id = campaign.id();
        long before = rows.lastLeftOut(id);
        var taken = rows.take(id, clock.instant(), (done, of) -> news.at(Step.TAKING, done, of));
        if (agreed != null) {
            grant(campaign, agreed, read, news);
        }
        events.publishEvent(new CampaignChanged(id));
        return new Intake(
                read,
                taken.taken(),
                read - taken.taken() - taken.invalid(),
                taken.invalid(),
                leftOut(id, before, SHOWN).stream().map(LeftOut::line).toList());
    }

    private final class Staged {
        private final Template message;
        private long read;

        Staged(Template message) {
            this.message = message;
        }

        void stage(Recipient person, AudienceRows.Staging staging) {
            read++;
            String written = person.number().strip();
            Optional<String> number = number(written);
            Map<String, String> fields = person.fields();
            String code =
                    number.isEmpty() ? "not_a_number" : message.missing(fields).isEmpty() ? null : "missing_field";
            String kept = fields.isEmpty() ? null : json.writeValueAsString(fields);
            staging.add(person.line(), number.orElse(written), kept, code);
        }

        private static Optional<String> number(String written) {
            return PLAIN.matcher(written).matches()
                    ? Optional.of(written)
                    : PhoneNumber.written(written).map(PhoneNumber::e164);
        }
    }

    /** To those who were brought now, not to who is in the audience already: they may have agreed to something else, or to nothing. */
    private void grant(Campaign campaign, Agreed agreed, long read, StepNews news) {
        PhoneNumber last = null;
        for (long done = 0; ; done += AT_ONCE) {
            news.at(Step.CONSENT, Math.min(done, read), read);
            List<PhoneNumber> some = rows.staged(last, AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            last = some.getLast();
            consents.grantAll(some, given(campaign, agreed, last));
        }
    }

    private ConsentGiven given(Campaign campaign, Agreed agreed, PhoneNumber number) {
        var evidence = new Evidence(Source.IMPORT, "", agreed.proof(campaign.id()), agreed.by());
        var proof = new Proof(agreed.method(), agreed.words(), "", "", "", "", "");
        Instant at = agreed.at(clock.instant(), settings.current().timeZone());
        return new ConsentGiven(number, category(campaign), at, evidence, proof);
    }

    /** The campaign to which the list was brought by which somebody agreed. */
    static Optional<UUID> broughtTo(Consent consent) {
        return Optional.ofNullable(consent.evidence().reference())
                .filter(reference -> consent.evidence().source() == Source.IMPORT)
                .map(BROUGHT::matcher)
                .filter(Matcher::matches)
                .map(brought -> UUID.fromString(brought.group("id")));
    }

    private static Category category(Campaign campaign) {
        return campaign.kind() == TextKind.MARKETING ? Category.MARKETING : Category.INFORMATIONAL;
    }

    /** Lines that were left out, of all files, some at a time. */
    public List<LeftOut> leftOut(UUID id, long after, int most) {
        return rows.leftOut(id, after, most).stream()
                .map(left -> new LeftOut(left.id(), explained(left.line())))
                .toList();
    }

    private static Intake.Rejected explained(Intake.Rejected rejected) {
        String sentence = switch (rejected.code()) {
            case "duplicate" -> "This number is in the audience already.";
            case "missing_field" -> "A field that the message needs is empty.";
            default -> "This is no phone number.";
        };
        return new Intake.Rejected(rejected.line(), rejected.value(), rejected.code(), sentence);
    }

    /** Nobody is in it any more. @throws Problem {@code campaign_not_draft} */
    @Transactional
    public void empty(UUID id, SignedIn who, String address) {
        Campaign campaign = changeable(id);
        rows.empty(id);
        campaigns.putOff(campaign, who, address);
        events.publishEvent(new CampaignChanged(id));
    }
}
