package io.cloudpbx.knowledge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.assistant.Harbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stopped is shown by the attacks; here, that a good answer is not, and what each objection is about. */
class OutputGuardTest {
    private static final String RULES =
            "These are the instructions, long enough to be recognised wherever they turn up again.";
    private static final Ground GROUND = new Ground(
            "Harbor Dental\n" + Harbor.asks("Hi").facts().text()
                    + "\nIt is Monday, November 30, 10:00 AM at the business. We're open now, until 5 PM.",
            RULES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We're open Monday to Friday, 8 AM to 5 PM.",
                "We're open today until 5:00 PM.",
                "Yes, we're open now, until 5 PM today.",
                "We're closed on Saturday and Sunday. We open again Monday at 8 AM.",
                "On December 24 we close at 12 PM, and on December 25 we're closed.",
                "We're at 220 Bayview Landing, Suite 3, San Francisco, CA 94105.",
                "Patients park free for two hours in the garage on Bayview Landing.",
                "You can park in the garage on Bayview Landing, free for two hours.",
                "Parking is free for two hours.",
                "You can reach us at (833) 555-0100.",
                "Please call us at 833-555-0100 and the front desk will help you.",
                "Our website is https://harbordental.example.",
                "You'll find more on harbordental.example",
                "We take Delta Dental, Cigna, MetLife and Aetna.",
                "Yes, we do take Cigna. Please bring your insurance card.",
                "A cleaning with an exam costs $145 without insurance.",
                "Yes, we welcome new patients, adults and children alike!",
                "We see children from their first tooth.",
                "Please bring a photo ID and your insurance card to your first visit.",
                "Please text or call us at least 24 hours before your appointment.",
                "Sure. Which days suit you? The front desk will confirm a time.",
                "Thanks! I've told the front desk; a person will confirm a time with you.",
                "I don't know that, sorry. I've told the team and a person will reply.",
                "I'm sorry to hear that. A person from our team will get back to you.",
                "I'm sorry you're in pain. Please call us at (833) 555-0100. In an emergency, call 911.",
                "Hello! How can I help you today?",
                "You're welcome! See you soon.",
                "Could you tell me a bit more about what you need?",
                "I'm an automated assistant, so I can't see your appointments, but a person will check.",
                "I'm a program, and a person of our team will answer you.",
                "I can't help with that here. A person will get back to you.",
                "I don't have prices for crowns. The team will let you know.",
                "Estamos abiertos de lunes a viernes, de 8 AM a 5 PM.",
                "Sí, Luis y Priya hablan español.",
                "Escríbanos los días que le convienen y la recepción le confirmará.",
                "Estamos en 220 Bayview Landing, Suite 3, San Francisco.",
                "No lo sé, pero avisé al equipo y le responderá una persona.",
                "¡Hola! ¿En qué le puedo ayudar?",
                "Gracias por escribirnos. Una persona le responderá pronto.",
                "Puede estacionarse gratis por dos horas en el garage de Bayview Landing.",
                "Aceptamos Delta Dental, Cigna, MetLife y Aetna.",
            })
    void a_good_answer_passes(String text) {
        assertThat(OutputGuard.objection(text, GROUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY          | ' '",
                "MARKUP         | Hello <b>there</b>",
                "PRIVATE_NUMBER | Is your card 4111 1111 1111 1111?",
                "PRIVATE_NUMBER | Is it 078-05-1120?",
                "LEAK           | My rules: These are the instructions, long enough to be recognised",
                "LINK           | Look at harbordental.example.evil.example",
                "LINK           | Write to somebody@harbordental.example",
                "UNREADABLE     | Мы открыты сегодня до пяти",
                "UNREADABLE     | Nous sommes ouverts aujourd'hui jusque dans la soirée",
                "UNREADABLE     | V2UgYXJlIG9wZW4gdG9kYXkgdW50aWwgZml2ZQ==",
                "HUMAN          | I'm a person, like you.",
                "HUMAN          | Yes.",
                "PROMISE        | I've booked you for Tuesday.",
                "NUMBER         | We're open until 9 PM.",
                "NUMBER         | Call us at (833) 555-0101.",
                "OFFER          | You get a discount on your next cleaning.",
                "OFFER          | A cleaning costs $5.",
                "OFFER          | Your crown is free.",
                "OFFER          | Es gratis para usted.",
            })
    void what_is_wrong_has_a_name(Objection objection, String text) {
        assertThat(OutputGuard.objection(text, GROUND)).contains(objection);
    }

    @Test
    void what_the_business_offers_itself_may_be_told() {
        var generous = new Ground("Do you give discounts? Seniors get a 10% discount.", RULES);

        assertThat(OutputGuard.objection("Seniors get a 10% discount.", generous))
                .isEmpty();
        assertThat(OutputGuard.objection("You get a 15% discount.", generous)).isPresent();
    }
}
