package io.cloudpbx.compliance;

import io.cloudpbx.calls.Disclosures;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.compliance.ComplianceView.Day;
import io.cloudpbx.compliance.ComplianceView.Number;
import io.cloudpbx.compliance.ComplianceView.QuietHours;
import io.cloudpbx.compliance.ComplianceView.Recording;
import io.cloudpbx.compliance.ComplianceView.Replies;
import io.cloudpbx.compliance.ComplianceView.Retention;
import io.cloudpbx.messaging.FixedReplies;
import io.cloudpbx.messaging.GateRulebook;
import io.cloudpbx.messaging.TextingRules;
import io.cloudpbx.messaging.flow.LocalHours;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.numbers.NumberView;
import io.cloudpbx.numbers.NumberViews;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Gathers how the company stands. Nothing is kept here: each thing is said by the module that acts by it. */
@Service
public class Compliance {
    private static final String ANY_MESSAGE = "Your message.";

    private final Settings settings;
    private final NumberViews numbers;
    private final FixedReplies replies;
    private final GateRulebook rulebook;
    private final Wording wording;
    private final Disclosures disclosures;

    Compliance(
            Settings settings,
            NumberViews numbers,
            FixedReplies replies,
            GateRulebook rulebook,
            Wording wording,
            Disclosures disclosures) {
        this.settings = settings;
        this.numbers = numbers;
        this.replies = replies;
        this.rulebook = rulebook;
        this.wording = wording;
        this.disclosures = disclosures;
    }

    public ComplianceView view() {
        var rules = rulebook.told();
        var disclosure = disclosures.current();
        return new ComplianceView(
                settings.current().businessName(),
                wording.of(ANY_MESSAGE, TextKind.MARKETING, Map.of()),
                numbers.held().stream().flatMap(Compliance::number).toList(),
                replies(rules),
                new QuietHours(
                        week(rules.ours()), rules.ours().closedOnHolidays(), rules.places(), rules.campaignTextsADay()),
                new Recording(
                        disclosure.conversationsRecorded(),
                        disclosure.announcement(),
                        disclosure.people(),
                        disclosure.dialed(),
                        disclosure.peopleAnnouncement(),
                        disclosure.voicemailNotice()),
                new Retention(disclosure.wordsKeptDays()));
    }

    /** One that is not bought yet concerns nobody. */
    private static Stream<Number> number(NumberView view) {
        if (view.number() == null || view.display() == null) {
            return Stream.empty();
        }
        boolean tollFree = new PhoneNumber(view.number()).isTollFree();
        return Stream.of(Number.of(view, view.number(), view.display(), tollFree));
    }

    private Replies replies(TextingRules rules) {
        var sentences = replies.sentences();
        return new Replies(rules.stopWords(), sentences.stop(), sentences.start(), sentences.help());
    }

    private static List<Day> week(LocalHours hours) {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Day(
                        day.name().toLowerCase(Locale.ROOT),
                        hours.windows().getOrDefault(day, List.of()).stream()
                                .map(window -> window.from() + "-" + window.until())
                                .toList()))
                .toList();
    }
}
