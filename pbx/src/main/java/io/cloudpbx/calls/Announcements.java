package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchChoice;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.knowledge.words.Language;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What menus, mailboxes and goodbyes say, in the language of the number that was called. */
record Announcements(String businessName) {

    private static String in(Language language, String english, String spanish) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }

    /** What the business wrote, with what was wrong before. */
    String opening(Menu menu) {
        return (before(menu) + " " + choices(menu)).strip();
    }

    String choices(Menu menu) {
        return named(menu.menu().choices());
    }

    private String named(String text) {
        return text.replace("{business}", businessName);
    }

    String before(Menu menu) {
        Language language = menu.first().language();
        return switch (menu.opening()) {
            case Welcome welcome -> named(menu.menu().greeting());
            case Again again -> in(language, "I didn't get that.", "No le entendí.");
            case NoSuchExtension(var digits) -> noSuchExtension(digits, language);
            case NoSuchChoice(var digits) ->
                in(
                        language,
                        spelled(digits) + " is not one of the choices.",
                        spelled(digits) + " no es una de las opciones.");
        };
    }

    private static String noSuchExtension(String digits, Language language) {
        return in(
                language,
                "There is no extension " + spelled(digits) + ".",
                "No existe la extensión " + spelled(digits) + ".");
    }

    private static String spelled(String digits) {
        return String.join(" ", digits.split(""));
    }

    String askName(AskName ask) {
        Language language = ask.first().language();
        String before = ask.unknown().isEmpty()
                ? ""
                : in(language, "I found nobody by that name. ", "No encontré a nadie con ese nombre. ");
        return before
                + in(
                        language,
                        "Enter the first three letters of the person's first or last name, or press 0 for a person.",
                        "Marque las primeras tres letras del nombre o apellido, o marque 0 para hablar con una persona.");
    }

    String chooseName(ChooseName choose) {
        Language language = choose.first().language();
        return IntStream.range(0, choose.found().size())
                .mapToObj(index -> choice(choose.found().get(index), index + 1, language))
                .collect(Collectors.joining(" "));
    }

    private static String choice(Callee callee, int key, Language language) {
        return in(
                language,
                "For " + callee.name() + ", press " + key + ".",
                "Para " + callee.name() + ", marque " + key + ".");
    }

    static String waiting(Wait wait) {
        Language language = wait.first().language();
        return position(wait.position(), language)
                + (wait.callback()
                        ? in(language, " To be called back, press 1.", " Para que le devolvamos la llamada, marque 1.")
                        : "");
    }

    private static String position(int position, Language language) {
        return switch (position) {
            case 0 -> in(language, "Thank you for waiting.", "Gracias por esperar.");
            case 1 -> in(language, "You are next in line.", "Usted es el siguiente en la fila.");
            default ->
                in(
                        language,
                        "You are number " + position + " in line.",
                        "Usted es el número " + position + " en la fila.");
        };
    }

    static String hold(Language language) {
        return in(language, "Please hold for a moment.", "Espere un momento, por favor.");
    }

    static String offHold(Language language) {
        return in(language, "Thank you for holding.", "Gracias por esperar.");
    }

    String greeting(TakeMessage message) {
        Language language = message.first().language();
        if (message.why() == Why.GREETED) {
            return in(language, "Please leave a message after the tone.", "Deje su mensaje después del tono.")
                    + recordingNotice(language);
        }
        String reached = switch (message.mailbox()) {
            case Mailbox.Of of -> of.callee().name() + in(language, " at ", " de ") + businessName;
            case Mailbox.General general -> businessName;
        };
        return in(
                language,
                "You've reached " + reached + "." + why(message.why(), language)
                        + " Please leave a message after the tone, and press pound when you're done."
                        + recordingNotice(language),
                "Ha llamado a " + reached + "." + why(message.why(), language)
                        + " Deje su mensaje después del tono, y marque la tecla numeral cuando termine."
                        + recordingNotice(language));
    }

    static String recordingNotice(Language language) {
        return in(
                language,
                " Messages are recorded and transcribed by software.",
                " Los mensajes se graban y un programa los transcribe.");
    }

    /** Before two people who talk are recorded (C31). */
    static String recordedCall(Language language) {
        return in(
                language,
                "This call is recorded, and service providers process the recording."
                        + " To talk without being recorded, press 9 now.",
                "Esta llamada se graba, y proveedores de servicios procesan la grabación."
                        + " Para hablar sin ser grabado, marque 9 ahora.");
    }

    /** The same, to somebody who is called, before they are on it. */
    String recordedCalling() {
        return "This call from " + businessName + " is recorded, and service providers process the recording."
                + " To talk without being recorded, press 9 now.";
    }

    private static String why(Why why, Language language) {
        return switch (why) {
            case NOBODY_ANSWERED, UNREACHABLE ->
                in(language, " We can't take your call right now.", " No podemos atender su llamada en este momento.");
            case BUSY -> in(language, " The line is busy.", " La línea está ocupada.");
            case NO_PHONE, NO_OPERATOR ->
                in(language, " Nobody is at the phone right now.", " Nadie puede contestar en este momento.");
            case CLOSED -> in(language, " We are closed right now.", " En este momento estamos cerrados.");
            case ASKED_FOR, GREETED -> "";
        };
    }

    /** Empty where everything was said before. */
    static String farewell(Farewell farewell, Language language) {
        return switch (farewell) {
            case AFTER_TALKING -> in(language, "Goodbye.", "Adiós.");
            case MESSAGE_TAKEN ->
                in(
                        language,
                        "Thank you. Your message was recorded. Goodbye.",
                        "Gracias. Su mensaje fue grabado. Adiós.");
            case NOTHING_SAID -> in(language, "I didn't hear a message. Goodbye.", "No oí ningún mensaje. Adiós.");
            case NOT_OUR_NUMBER ->
                in(
                        language,
                        "The number you called is not in service here. Goodbye.",
                        "El número que marcó no está en servicio. Adiós.");
            case CALL_BACK -> in(language, "We will call you back. Goodbye.", "Le devolveremos la llamada. Adiós.");
            case BLOCKED ->
                in(
                        language,
                        "Calls from your number are not taken here. Goodbye.",
                        "Aquí no se atienden llamadas de su número. Adiós.");
            case SAID_ALREADY, OPTED_OUT, AS_WRITTEN -> "";
        };
    }
}
