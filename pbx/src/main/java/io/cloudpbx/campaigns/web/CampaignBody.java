package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.Agreed;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.CampaignDetails;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What campaigns are made and changed with.
 *
 * @param recipients numbers, or objects of a {@code number} and its {@code fields}
 * @param fromNumber one of ours; {@code fromNumbers} names several
 * @param media uploads that each text carries
 * @param kind {@code marketing}, which is the default, or {@code informational}
 * @param policy {@code at_most_once}, which is the default, or {@code at_least_once}
 * @param consent what all recipients have agreed to, for those whose consent is not on record
 * @param draft whether it is kept instead of begun
 */
record CampaignBody(
        @Nullable String name,
        @Nullable String message,
        @Nullable List<JsonNode> recipients,
        @Nullable String fromNumber,
        @Nullable List<String> fromNumbers,
        @Nullable List<UUID> media,
        @Nullable String kind,
        @Nullable String policy,
        @Nullable ConsentBody consent,
        @Nullable Instant startAt,
        @Nullable Boolean draft,
        @Nullable Long version) {
    private static final Set<String> METHODS = Set.of("web form", "keyword", "paper", "verbal");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    /**
     * @param method {@code web form}, {@code keyword}, {@code paper} or {@code verbal}
     * @param words what they were shown or told
     * @param date the day on which they agreed, such as {@code 2026-03-14}, the first of several; without it, the day on which the list is brought stands for it
     * @param reference where the proof is kept
     */
    record ConsentBody(
            @Nullable String method,
            @Nullable String words,
            @Nullable String date,
            @Nullable String reference) {
        Agreed agreed(String by) {
            if (method == null || !METHODS.contains(method)) {
                throw Problem.invalid("consent.method", "unknown_method", "must be web form, keyword, paper or verbal");
            }
            if (words == null || words.isBlank() || words.length() > 2_000) {
                throw Problem.invalid(
                        "consent.words", "no_words", "must say what they agreed to, in 1 to 2,000 characters");
            }
            String kept = reference == null ? "" : reference.strip();
            if (kept.length() > 300) {
                throw Problem.invalid("consent.reference", "too_long", "must have at most 300 characters");
            }
            return new Agreed(method, words.strip(), day(), kept, by);
        }

        private @Nullable LocalDate day() {
            if (date == null || date.isBlank()) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(date.strip());
                if (!day.isBefore(EARLIEST)) {
                    return day;
                }
            } catch (DateTimeParseException other) {
                // Then it is no day, as one long before there were texts is none.
            }
            throw Problem.invalid("consent.date", "no_date", "must be a date such as 2026-03-14");
        }
    }

    /** Whether it is begun as soon as it is made. */
    boolean begins() {
        return !Boolean.TRUE.equals(draft);
    }

    /** @throws Problem {@code invalid_fields} for what is of no kind that belongs there */
    CampaignDetails details() {
        if (media != null && media.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("media", "media_not_found", "names a file that is not there, or is used elsewhere");
        }
        return new CampaignDetails(
                name == null ? "" : name.strip(),
                message == null ? "" : message,
                kindOf(),
                policyOf(),
                senders(),
                media == null ? List.of() : media,
                startAt);
    }

    private TextKind kindOf() {
        return switch (kind) {
            case null -> TextKind.MARKETING;
            case "marketing" -> TextKind.MARKETING;
            case "informational" -> TextKind.INFORMATIONAL;
            default -> throw Problem.invalid("kind", "unknown_kind", "must be marketing or informational");
        };
    }

    private Policy policyOf() {
        return switch (policy) {
            case null -> Policy.AT_MOST_ONCE;
            case "at_most_once" -> Policy.AT_MOST_ONCE;
            case "at_least_once" -> Policy.AT_LEAST_ONCE;
            default -> throw Problem.invalid("policy", "unknown_policy", "must be at_most_once or at_least_once");
        };
    }

    private List<PhoneNumber> senders() {
        List<String> written = new ArrayList<>(fromNumbers == null ? List.of() : fromNumbers);
        if (fromNumber != null) {
            written.addFirst(fromNumber);
        }
        return senders(written);
    }

    /** @throws Problem {@code invalid_fields} for {@code fromNumbers} */
    static List<PhoneNumber> senders(List<String> written) {
        return written.stream()
                .map(text -> Objects.requireNonNullElse(text, ""))
                .map(text -> PhoneNumber.written(text)
                        .or(() -> PhoneNumber.reported(text))
                        .orElseThrow(() -> Problem.invalid(
                                "fromNumbers", "not_a_number", "holds something that is no phone number")))
                .distinct()
                .toList();
    }
}
