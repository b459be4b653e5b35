package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.Saying;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.twiml.Verb.Say;
import org.jspecify.annotations.Nullable;

/** What the receptionist says, in the caller's language. */
public record Sentences(String businessName) {
    private static final String EMERGENCY =
            "If this is an emergency, hang up now and dial 9 1 1. Otherwise stay on the line for a person.";
    private static final String EMERGENCY_IN_SPANISH =
            "Si es una emergencia, cuelgue ahora y marque 9 1 1. Si no, espere en la línea a una persona.";

    Say spoken(Saying saying) {
        return in(saying.language(), text(saying));
    }

    String text(Saying saying) {
        return switch (saying.language()) {
            case ENGLISH -> english(saying);
            case SPANISH -> spanish(saying);
        };
    }

    /** What the business wrote may name it without writing its name. */
    private String named(String text) {
        return text.replace("{business}", businessName);
    }

    private String english(Saying saying) {
        return switch (saying) {
            case Saying.Nothing nothing -> "";
            case Saying.Both(var first, var then) -> text(first) + " " + text(then);
            case Saying.Words words -> named(words.text());
            case Saying.Connecting connecting -> "Connecting you to " + connecting.name() + ".";
            case Saying.Greeting greeting ->
                "I'm the automated assistant of " + businessName
                        + ". To reach a person at any time, say operator or press 0. How can I help you?";
            case Saying.StillThere silence ->
                "I didn't hear anything. Whom would you like to reach? Or press 0 for a person.";
            case Saying.WhoElse who -> "I'm sorry, I'm not sure whom you would like to reach. Could you say the name?";
            case Saying.NoSuchExtension wrong ->
                "There is no extension " + spelled(wrong.digits()) + ". Whom would you like to reach?";
            case Saying.NotTaken missed ->
                missed.name()
                        + " isn't available right now. Would you like to leave a message, or to talk to somebody else?";
            case Saying.CutOff cut -> "I'm sorry, we were cut off. I'm here again. What can I do for you?";
            case Saying.DialEmergency emergency -> EMERGENCY;
        };
    }

    private String spanish(Saying saying) {
        return switch (saying) {
            case Saying.Nothing nothing -> "";
            case Saying.Both(var first, var then) -> text(first) + " " + text(then);
            case Saying.Words words -> named(words.text());
            case Saying.Connecting connecting -> "Le comunico con " + connecting.name() + ".";
            case Saying.Greeting greeting ->
                "Soy el asistente automático de " + businessName
                        + ". Para hablar con una persona, diga operador o marque 0. ¿En qué le puedo ayudar?";
            case Saying.StillThere silence ->
                "No oí nada. ¿Con quién desea hablar? O marque 0 para hablar con una persona.";
            case Saying.WhoElse who -> "Perdón, no sé con quién desea hablar. ¿Me puede decir el nombre?";
            case Saying.NoSuchExtension wrong ->
                "No existe la extensión " + spelled(wrong.digits()) + ". ¿Con quién desea hablar?";
            case Saying.NotTaken missed ->
                missed.name() + " no está disponible. ¿Desea dejar un mensaje o hablar con otra persona?";
            case Saying.CutOff cut -> "Perdón, se cortó la comunicación. Aquí estoy de nuevo. ¿En qué le puedo ayudar?";
            case Saying.DialEmergency emergency -> EMERGENCY_IN_SPANISH;
        };
    }

    private static String spelled(String digits) {
        return String.join(" ", digits.split(""));
    }

    /** Before a recording begins: what it is, who processes it, and how to do without (C31). */
    static String announcement(Language language) {
        return switch (language) {
            case ENGLISH ->
                "You will talk with an automated assistant. The conversation is recorded, and processed by service providers."
                        + " To talk with a person without being recorded, press 0 now.";
            case SPANISH ->
                "Usted hablará con un asistente automático. La conversación se graba y la procesan proveedores de servicios."
                        + " Para hablar con una persona sin ser grabado, marque 0 ahora.";
        };
    }

    Say announced(String announcement, Language language) {
        return in(language, announcement);
    }

    Say connecting(String name, Language language) {
        return spoken(new Saying.Connecting(name, language));
    }

    Say oneMoment(Language language) {
        return in(language, patience(language));
    }

    /** Said while something is thought about. */
    public static String patience(Language language) {
        return switch (language) {
            case ENGLISH -> "One moment.";
            case SPANISH -> "Un momento.";
        };
    }

    /** In a language. */
    static Say in(Language language, String text) {
        return new Say(text, voice(language));
    }

    private static @Nullable String voice(Language language) {
        return language == Language.ENGLISH ? null : tag(language);
    }

    /** BCP 47, as the carrier names it. */
    public static String tag(Language language) {
        return switch (language) {
            case ENGLISH -> "en-US";
            case SPANISH -> "es-US";
        };
    }
}
