package io.cloudpbx.campaigns.flow;

import io.cloudpbx.contacts.Consent;
import io.cloudpbx.messaging.flow.Grounds.Hours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Evidence in plain words. */
public final class ProofWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter CLOSING = DateTimeFormatter.ofPattern("h:mm a 'on' MMMM d, uuuu", Locale.US);

    private ProofWords() {}

    /** @param checks the codes of all that was looked at, and passed */
    public static String optOuts(List<String> checks) {
        return checks.contains("opted_out") ? "They had not opted out." : "Opt-outs were not looked at.";
    }

    /**
     * By which list or words, and when.
     *
     * @param id of the consent; null where none was needed
     * @param consent as the ledger has it; null when it has none of that id
     * @param campaign the name of the campaign that their list was brought to; null when it came otherwise
     * @param zone the business's, for the day
     */
    public static String consent(
            @Nullable String id, @Nullable Consent consent, @Nullable String campaign, ZoneId zone) {
        if (id == null) {
            return "No consent was needed.";
        }
        if (consent == null) {
            return "They had agreed; the ledger has no entry of that id any more.";
        }
        String method = consent.proof().method();
        return "They agreed on " + DAY.format(consent.at().atZone(zone)) + (method.isBlank() ? "" : " by " + method)
                + origin(consent, campaign) + ".";
    }

    private static String origin(Consent consent, @Nullable String campaign) {
        String quote = consent.evidence().quote().strip();
        String actor = consent.evidence().actor();
        return switch (consent.evidence().source()) {
            case IMPORT -> list(quote, campaign);
            case KEYWORD, PHRASE, ASSISTANT -> quote.isEmpty() ? "" : ", by the words “" + quote + "”";
            case PERSON -> actor == null ? "" : ", as " + actor + " wrote down";
            case VOICE -> ", in a call";
            case CARRIER -> ", by the carrier's word";
        };
    }

    private static String list(String name, @Nullable String campaign) {
        if (campaign != null) {
            return ", on a list brought to the campaign “" + campaign + "”";
        }
        return name.isEmpty() ? ", on an imported list" : ", on the list “" + name + "”";
    }

    /** Whose hours were open, where, and until when. @param hours null where none limited it */
    public static String hours(@Nullable Hours hours) {
        if (hours == null) {
            return "No hours limited it.";
        }
        return "Open by the hours of " + listed(hours.rules()) + " in " + listed(hours.zones()) + " ("
                + (hours.stated() ? "as they told us" : "by area code") + ")" + until(hours) + ".";
    }

    private static String until(Hours hours) {
        Instant until = hours.until();
        if (until == null) {
            return "";
        }
        String zone = hours.zones().getFirst();
        return " until " + CLOSING.format(until.atZone(ZoneId.of(zone)))
                + (hours.zones().size() > 1 ? " in " + zone : "");
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
