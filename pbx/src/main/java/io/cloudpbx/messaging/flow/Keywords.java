package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single words that are an answer in themselves (C2, C6, C7), alone or with words that add nothing. */
final class Keywords {
    /** Opt-outs that are unmistakable even among other sentences. */
    private static final Set<String> CLEAR = Set.of(
            "stop",
            "stopall",
            "stopped2end",
            "stop2end",
            "stop2quit",
            "stop2stop",
            "stopstop",
            "unsubscribe",
            "unsubscribed",
            "optout",
            "optmeout",
            "revoke",
            "basta",
            "desuscribir",
            "desuscribirme",
            "desuscribanme",
            "desinscribir",
            "desinscribirme",
            "arret",
            "arretez",
            "arreter",
            "desabonner",
            "desabonnement",
            "stopp",
            "стоп",
            "cease",
            "desist");

    /** Opt-outs as a whole text; among other words they may be about something else. */
    private static final Set<String> WHOLE = Set.of(
            "end",
            "quit",
            "cancel",
            "remove",
            "alto",
            "parar",
            "para",
            "pare",
            "paren",
            "baja",
            "cancelar",
            "cancela",
            "cancelen",
            "cancele",
            "detener",
            "detente",
            "detenganse",
            "detengan",
            "salir",
            "terminar",
            "eliminar",
            "eliminen",
            "anular",
            "remover",
            "bloquear",
            "discontinue",
            "terminate",
            "unenroll",
            "parenle",
            "quitar",
            "quitarme",
            "borrar",
            "salirme",
            "block");

    /** Joined when they are spelled letter by letter. */
    static final Set<String> SPELLED = Set.of(
            "stop",
            "stopall",
            "end",
            "quit",
            "cancel",
            "unsubscribe",
            "optout",
            "revoke",
            "remove",
            "alto",
            "baja",
            "basta",
            "parar",
            "help",
            "info",
            "start",
            "unstop");

    /** Those that may come in pieces. */
    private static final Set<String> SPELLED_OUT =
            Set.of("stop", "stopall", "quit", "cancel", "unsubscribe", "optout", "revoke", "remove");

    /** What may stand beside a clear word without changing it. */
    private static final Set<String> FILLERS = words(
            "please just now thanks thank you ya ok okay hey hi hello yo dude bro man guys sir maam lol omg jesus"
                    + " christ god lord damn dammit goddamn fucking freaking bloody already immediately asap really"
                    + " seriously all everything it this no yes nope nah and but so i ive said say saying keep told"
                    + " ask asked sent texted replied typed typing reply replying text send to everyone at once good"
                    + " pleased kindly bye me us times again two three four five six 2 3 4 5 10 ten over for por favor"
                    + " gracias ya que les digo oye mensajes texts messages messaging opt out end can could would will"
                    + " yall fuck the fucks sake love of bitch asshole shit wtf u nah fine cool sorry alright mam miss hola ugh ffs smh argh geez wow yikes gosh girl boy lady sis fam right dear");

    /** What may stand beside the others. */
    private static final Set<String> LIGHT = Set.of(
            "please",
            "now",
            "thanks",
            "thank",
            "you",
            "all",
            "me",
            "ok",
            "okay",
            "hi",
            "hello",
            "por",
            "favor",
            "gracias",
            "ya",
            "reply",
            "text",
            "to",
            "texts",
            "messages",
            "immediately",
            "asap",
            "kindly");

    /** Real words a slip away from one of ours. */
    private static final Set<String> OTHER_WORDS = words(
            "step shop top slop stow strop atop stops stomp stoops drop prop quiet quite quilt quiz suit unit quint"
                    + " quits cancer canal cancels removed remover removes revoked revokes subscribe resubscribe"
                    + " resubscribed subscribed invoke evoke provoke crop stoke stork stock sto's ston stone");

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
        return isWholly(text.whole().text(), Set.of("start", "unstop", "restart", "reanudar"), LIGHT);
    }

    /** What reopens only for somebody who had opted out. */
    static boolean isYes(PlainText text) {
        return isWholly(
                text.whole().text(),
                Set.of(
                        "yes",
                        "si",
                        "optin",
                        "opt",
                        "in",
                        "subscribe",
                        "resubscribe",
                        "resume",
                        "alta",
                        "comenzar",
                        "iniciar"),
                LIGHT);
    }

    static boolean isOptIn(PlainText text) {
        return Set.of("opt in", "optin", "resubscribe").contains(text.whole().text());
    }

    static boolean isHelp(PlainText text) {
        return isWholly(text.whole().text(), Set.of("help", "info", "ayuda", "aide"), Set.of("please", "por", "favor"));
    }

    private static Set<String> words(String listed) {
        return Set.copyOf(List.of(listed.split(" ")));
    }

    /** A sentence, or a part of it between commas, that is a clear word and nothing else of weight. */
    private static boolean isClear(Sentence sentence) {
        return sentence.parts().stream().anyMatch(part -> isClear(part, sentence.asked()));
    }

    private static boolean isClear(String part, boolean asked) {
        String joined =
                part.replace("opt out", "optout").replace("stop all", "stopall").replace("un subscribe", "unsubscribe");
        // "This stop?" and "All stop?" ask for a place.
        if (asked && joined.matches("(?:is |at )?(?:this|that|it|all|the) .*")) {
            return false;
        }
        return isWholly(joined, CLEAR, FILLERS);
    }

    /** Whether a text has at least one of the words, and beside them only such as add nothing. */
    private static boolean isWholly(String text, Set<String> words, Set<String> beside) {
        List<String> found =
                Arrays.stream(text.replace(",", " ").trim().split(" +")).toList();
        return found.stream().anyMatch(words::contains)
                && found.stream().allMatch(word -> words.contains(word) || beside.contains(word))
                // "All" is in no hurry and "me" no verb: somebody who says more than one word means the first.
                && found.size() <= 12;
    }

    /** A long word in pieces, such as ST OP. */
    private static boolean isBroken(String text) {
        String joined = text.replace(" ", "");
        return joined.length() >= 4 && text.length() - joined.length() <= 3 && SPELLED_OUT.contains(joined);
    }

    /** One word, mistyped: a letter more, less, wrong or swapped; two in the long one. */
    private static boolean isSlip(String text) {
        String word = text.replace(" please", "");
        return word.length() >= 3
                && !word.contains(" ")
                && !OTHER_WORDS.contains(word)
                && (Spelling.isNear(word, "stop", 1)
                        || Spelling.isNear(word, "quit", 1)
                        || Spelling.isNear(word, "cancel", 1)
                        || Spelling.isNear(word, "revoke", 1)
                        || Spelling.isNear(word, "remove", 1)
                        || Spelling.isNear(word, "optout", 1)
                        || Spelling.isNear(word, "unsubscribe", 2));
    }
}
