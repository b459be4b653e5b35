package io.cloudpbx.demo;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.Faq;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What Harbor Dental wants known. */
@Component
@ConditionalOnProperty("cloudpbx.demo")
class HarborKnowledge {
    private static final List<FaqText> QUESTIONS = List.of(
            new FaqText(
                    "Do you take my insurance?",
                    "We take Delta Dental, Cigna, MetLife and Aetna. We can check your plan if you bring your card.",
                    "en"),
            new FaqText(
                    "How do I make an appointment?",
                    "Text us the days that suit you, or call us. The front desk will confirm a time.",
                    "en"),
            new FaqText(
                    "How do I cancel or move my appointment?",
                    "Text or call us at least 24 hours before, and the front desk will find you another time.",
                    "en"),
            new FaqText(
                    "Are you taking new patients?", "Yes, we welcome new patients, adults and children alike.", "en"),
            new FaqText(
                    "What should I bring to my first visit?",
                    "Please bring a photo ID, your insurance card and a list of your medications.",
                    "en"),
            new FaqText(
                    "How much does a cleaning cost without insurance?",
                    "A cleaning with an exam costs $145 without insurance.",
                    "en"),
            new FaqText(
                    "Do you treat children?",
                    "Yes, from their first tooth. We see children in the morning when we can.",
                    "en"),
            new FaqText(
                    "What do I do about a toothache outside your hours?",
                    "Call us and leave a message with the front desk. If you have trouble breathing or swallowing, call 911.",
                    "en"),
            new FaqText("¿Hablan español?", "Sí. Luis y Priya hablan español y con gusto le atienden.", "es"),
            new FaqText(
                    "¿Cómo puedo hacer una cita?",
                    "Escríbanos los días que le convienen, o llámenos. La recepción le confirmará la hora.",
                    "es"));

    private final Knowledge knowledge;
    private final Faq faq;
    private final Clock clock;

    HarborKnowledge(Knowledge knowledge, Faq faq, Clock clock) {
        this.knowledge = knowledge;
        this.faq = faq;
        this.clock = clock;
    }

    void tell() {
        knowledge.change(new BusinessFacts(
                weekdays(),
                holidays(),
                "220 Bayview Landing, Suite 3, San Francisco, CA 94105",
                "Patients park free for two hours in the garage on Bayview Landing. Bring your ticket to the front desk.",
                new PhoneNumber("+18335550100"),
                "https://harbordental.example",
                "Two dentists and a hygienist. The entrance has a ramp, and the lift goes to our floor.",
                knowledge.facts().version()));
        QUESTIONS.forEach(faq::add);
    }

    private static Week weekdays() {
        return new Week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of("08:00", "17:00")))));
    }

    /** Of this year and the next, so that the demo never runs out of them. */
    private List<SpecialDay> holidays() {
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        return Stream.of(year, year + 1).flatMap(HarborKnowledge::holidays).toList();
    }

    private static Stream<SpecialDay> holidays(int year) {
        return Stream.of(
                new SpecialDay(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day", List.of()),
                new SpecialDay(LocalDate.of(year, Month.JULY, 4), "Independence Day", List.of()),
                new SpecialDay(
                        LocalDate.of(year, Month.DECEMBER, 24), "Christmas Eve", List.of(Hours.of("08:00", "12:00"))),
                new SpecialDay(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day", List.of()));
    }
}
