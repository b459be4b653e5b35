package io.cloudpbx.assistant;

import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations with Harbor Dental, on Monday, 30 November 2026, 10:00 in San Francisco. */
public final class Harbor {
    public static final String NAME = "Harbor Dental";
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final Instant OPEN = Instant.parse("2026-11-30T18:00:00Z");
    public static final Instant CLOSED = Instant.parse("2026-11-29T18:00:00Z");

    private static final BusinessFacts FACTS = new BusinessFacts(
            new Week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                    .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of("08:00", "17:00"))))),
            List.of(
                    new SpecialDay(LocalDate.of(2026, 12, 24), "Christmas Eve", List.of(Hours.of("08:00", "12:00"))),
                    new SpecialDay(LocalDate.of(2026, 12, 25), "Christmas Day", List.of())),
            "220 Bayview Landing, Suite 3, San Francisco, CA 94105",
            "Patients park free for two hours in the garage on Bayview Landing.",
            new PhoneNumber("+18335550100"),
            "https://harbordental.example",
            "",
            1);

    private static final Asker.Texter ASKER = new Asker.Texter("+14155550142");

    private Harbor() {}

    public static KnowledgeSheet knowledge(String... furtherQuestionsAndAnswers) {
        var texts = new ArrayList<>(List.of(
                text("Do you take my insurance?", "We take Delta Dental, Cigna, MetLife and Aetna.", "en"),
                text(
                        "How do I make an appointment?",
                        "Text us the days that suit you, and the front desk will confirm a time.",
                        "en"),
                text("How do I cancel or move my appointment?", "Text or call us at least 24 hours before.", "en"),
                text("Are you taking new patients?", "Yes, we welcome new patients, adults and children alike.", "en"),
                text(
                        "What should I bring to my first visit?",
                        "Please bring a photo ID and your insurance card.",
                        "en"),
                text("How much does a cleaning cost without insurance?", "A cleaning with an exam costs $145.", "en"),
                text("Do you treat children?", "Yes, from their first tooth.", "en"),
                text("¿Hablan español?", "Sí. Luis y Priya hablan español.", "es"),
                text(
                        "¿Cómo puedo hacer una cita?",
                        "Escríbanos los días que le convienen y la recepción le confirmará.",
                        "es")));
        for (int i = 0; i < furtherQuestionsAndAnswers.length; i += 2) {
            texts.add(text(furtherQuestionsAndAnswers[i], furtherQuestionsAndAnswers[i + 1], "en"));
        }
        return new KnowledgeSheet(FACTS, texts.stream().map(Harbor::entry).toList());
    }

    private static FaqText text(String question, String answer, String language) {
        return new FaqText(question, answer, language);
    }

    private static FaqEntry entry(FaqText text) {
        return new FaqEntry(UUID.nameUUIDFromBytes(text.question().getBytes(StandardCharsets.UTF_8)), text, 1);
    }

    /** They wrote these, and nobody has answered yet. */
    public static Conversation asks(String... texts) {
        return at(OPEN, false, texts);
    }

    public static Conversation at(Instant now, boolean introduced, String... texts) {
        var turns = Stream.of(texts).map(text -> new Turn(Who.THEM, text, now)).toList();
        return of(now, introduced, turns, null, knowledge());
    }

    public static Conversation of(
            Instant now, boolean introduced, List<Turn> turns, @Nullable String summary, KnowledgeSheet knowledge) {
        return new Conversation(ASKER, NAME, now, ZONE, turns, summary, introduced, knowledge);
    }
}
