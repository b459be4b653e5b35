package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single words that are an answer in themselves (C2, C6, C7), alone or with words that add nothing. */
final class Keywords {
    /** Opt-outs that are unmistakable even among other sentences. */
    private static final Set<String> CLEAR = words("""
            stop stopall stop2end stop2quit stop2stop stopstop unsubscribe unsubscribed optout optmeout revoke cease desist
            basta desuscribir desuscribirme desuscribanme desinscribir desinscribirme
            arret arretez arreter desabonner desabonnement стоп""");

    /** Opt-outs as a whole text; among other words they may be about something else. */
    private static final Set<String> WHOLE = words("""
            end quit cancel remove discontinue terminate unenroll block
            alto parar para pare paren parenle baja cancelar cancela cancelen cancele detener detente detenganse detengan
            salir salirme terminar eliminar eliminen anular remover bloquear quitar quitarme borrar""");

    /** Joined when they are spelled letter by letter. */
    static final Set<String> SPELLED = words("""
            stop stopall end quit cancel unsubscribe optout revoke remove alto baja basta parar help info start unstop""");

    /** Those that may come in pieces. */
    private static final Set<String> IN_PIECES = words("stop stopall quit cancel unsubscribe optout revoke remove");

    /** What may stand beside a clear word without changing it. */
    private static final Set<String> FILLERS = words("""
            please just now thanks thank you ya ok okay hey hi hello hola yo dude bro man guys sir maam mam miss girl boy lady
            sis fam dear lol omg ugh ffs smh argh geez wow yikes gosh wtf jesus christ god lord damn dammit goddamn fucking
            freaking bloody fuck fucks sake bitch asshole shit already immediately asap right at once really seriously
            all everything it this no yes nope nah fine cool good sorry alright and but so i ive said say saying keep told ask
            asked sent texted replied typed typing reply replying text send to everyone bye me us times again two three four
            five six 2 3 4 5 10 ten over for end can could would will kindly yall opt out texts messages messaging
            por favor gracias que les digo oye mensajes""");

    /** What may stand beside the others. */
    private static final Set<String> LIGHT = words("""
            please now thanks thank you all me ok okay hi hello por favor gracias ya reply text to texts messages immediately
            asap kindly""");

    /** Real words a slip away from one of ours. */
    private static final Set<String> OTHER_WORDS = words("""
            step shop top slop stow strop atop stops stomp stoops ston stone drop prop crop stoke stork stock
            quiet quite quilt quiz suit unit quint quits cancer canal cancels removed remover removes revoked revokes
            invoke evoke provoke subscribe subscribed resubscribe resubscribed""");

    private static final List<String> MISTYPED = List.of("stop", "quit", "cancel", "revoke", "remove", "optout");

    private Keywords() {}

    /** The words of a text that is nothing but an opt-out. */
    static Optional<Sentence> optOut(PlainText text) {
        Sentence whole = text.whole();
        if (isWholly(whole.text(), WHOLE, LIGHT) || isSlip(whole.text()) || isBroken(whole.text()) || isClear(whole)) {
            return Optional.of(whole);
        }
        return text.first(Keywords::isClear);
    }

    static boolean isStart(PlainText text) {
        return isWholly(text.whole().text(), words("start unstop restart reanudar"), LIGHT);
    }

    /** What reopens only for somebody who had opted out. */
    static boolean isYes(PlainText text) {
        return isWholly(
                text.whole().text().replace("opt in", "optin"),
                words("yes si optin subscribe resubscribe resume alta comenzar iniciar"),
                LIGHT);
    }

    static boolean isHelp(PlainText text) {
        return isWholly(text.whole().text(), words("help info ayuda aide"), words("please por favor"));
    }

    private static Set<String> words(String listed) {
        return Set.copyOf(List.of(listed.strip().split("\\s+")));
    }

    /** A sentence, or a part of it between commas, that is a clear word and nothing else of weight. */
    private static boolean isClear(Sentence sentence) {
        return sentence.parts().stream().anyMatch(part -> isClear(part, sentence.asked()));
    }

    private static boolean isClear(String part, boolean asked) {
        String joined = part.replace("for the love of ", "")
                .replace("opt out", "optout")
                .replace("stop all", "stopall")
                .replace("un subscribe", "unsubscribe");
        // "This stop" and "All stop?" are places.
        boolean isPlace =
                joined.matches("(?:is |at )?(?:this|that) stop") || asked && joined.matches("(?:it|all|is it) .*");
        return !isPlace && isWholly(joined, CLEAR, FILLERS);
    }

    /** Whether a text has at least one of the words, and beside them only such as add nothing. */
    private static boolean isWholly(String text, Set<String> words, Set<String> beside) {
        List<String> found =
                Arrays.stream(text.replace(",", " ").trim().split(" +")).toList();
        return found.stream().anyMatch(words::contains)
                && found.stream().allMatch(word -> words.contains(word) || beside.contains(word));
    }

    /** A long word in pieces, such as ST OP. */
    private static boolean isBroken(String text) {
        String joined = text.replace(" ", "");
        return joined.length() >= 4 && text.length() - joined.length() <= 3 && IN_PIECES.contains(joined);
    }

    /** One word, mistyped: a letter more, less, wrong or swapped; two in the long one. */
    private static boolean isSlip(String text) {
        String word = text.replace(" please", "");
        return word.length() >= 3
                && !word.contains(" ")
                && !OTHER_WORDS.contains(word)
                && (MISTYPED.stream().anyMatch(meant -> Spelling.isNear(word, meant, 1))
                        || Spelling.isNear(word, "unsubscribe", 2));
    }
}
