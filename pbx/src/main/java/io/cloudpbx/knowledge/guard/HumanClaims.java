package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Plain;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A machine that passes itself off as a person, or only says yes when it is asked whether it is one (C33). */
final class HumanClaims {
    private static final String FILLER =
            "(?:(?:a|an|the|actually|really|truly|definitely|indeed|very|much|totally|completely|"
                    + "just|your|of|course|quite|absolutely|certainly|also|still|as|100|percent|fully|every|bit|honestly|simply|yes|"
                    + "one|un|una|muy|realmente|totalmente|si|claro|de|verdad|solo|completamente|100)\\s+){0,8}";
    private static final String HUMAN =
            "(?:real|live|living|actual|genuine|human|humans|person|people|man|woman|guy|girl|boy|"
                    + "lady|gentleman|receptionist|employee|staffer|hygienist|dentist|doctor|flesh|somebody|someone|individual|mortal|"
                    + "alive|persona|humano|humana|hombre|mujer|chica|chico|empleado|empleada|recepcionista|carne|vivo|viva|ser humano)";
    private static final String MACHINE =
            "(?:bots?|chatbots?|robots?|machines?|ai|a i|ais|computers?|programs?|automated|automation|"
                    + "automatic|software|algorithms?|language models?|llms?|artificial|assistants?|virtual|maquinas?|asistentes?|"
                    + "automatico|automatica|automatizad[oa]|programas?|ia|inteligencia|computadoras?|ordenador)";
    private static final Pattern CLAIM = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:i am|i'm|im|i be|it's me|this is|you're (?:talking|texting|speaking|chatting) (?:to|with)|you are "
                            + "(?:talking|texting|speaking|chatting) (?:to|with)|soy|estas hablando con|esta hablando con|habla con|"
                            + "hablas con|le atiende|te atiende|le escribe|te escribe)\\s+" + FILLER + HUMAN + "\\b",
                    "\\b(?:not|no|never|isn't|aren't|ain't|neither|nor|nunca|ni|tampoco soy|no soy|no hay)\\s+"
                            + "(?:(?:a|an|any|some|just|the|really|actually|kind|of|un|una|ningun|ninguna|se)\\s+){0,5}"
                            + MACHINE + "\\b",
                    "\\b(?:real|live|actual|genuine|living) (?:human|person|people|employee|receptionist)s? (?:here|speaking|typing|texting|"
                            + "behind|on this|at your)\\b|\\bhuman (?:here|speaking|typing|texting|behind)\\b|\\bpersona real (?:aqui|al)\\b",
                    "\\b(?:yes|yep|yeah|yup|correct|right|sure|absolutely|definitely|certainly|indeed|true|si|claro|exacto)\\b"
                            + "(?: \\w+){0,4}? (?:human|real person|a person|humano|humana|una persona)\\b",
                    "\\b(?:my name is|my name's|name's|the name is|call me|you can call me|me llamo|mi nombre es|llamame)\\b",
                    "\\b(?:born|raised) (?:in|and)\\b|\\bmy (?:wife|husband|kids|mother|mom|father|dad|girlfriend|boyfriend|lunch|coffee|"
                            + "heart|blood|body|hands|fingers)\\b|\\bflesh and blood\\b|\\bcarne y hueso\\b|\\bheart that beats\\b",
                    "\\bautomat\\w+\\b.{0,40}\\b(?:mistake|error|wrong|joke|kidding|untrue|false|lie|broma|mentira|falso)\\b",
                    "\\b(?:mistake|error|wrong|joke|kidding|untrue|false|lie|ignore|forget|disregard|broma|mentira|ignora|olvida)\\b"
                            + ".{0,40}\\bautomat\\w+\\b",
                    "\\b(?:written|typed|sent|answered) (?:by|from) (?:(?:a|an|one|real|live|actual)\\s+){0,4}(?:human|person|our staff)\\b",
                    "\\bas (?:a|an) (?:fellow |real |actual )?(?:human|person|human being)\\b|\\bwe humans\\b|\\bhuman being\\b",
                    // Other languages that use our letters.
                    "\\bje suis (?:\\w+ ){0,2}(?:humaine?|personne|vraie?)\\b|\\bje ne suis pas (?:un |une )?(?:robot|bot|machine|ia)\\b",
                    "\\bich bin (?:\\w+ ){0,2}(?:mensch|person|echt)\\b|\\bkein(?:e)? (?:bot|roboter|computer|maschine|ki)\\b",
                    "\\b(?:eu )?sou (?:\\w+ ){0,2}(?:pessoa|humano|humana|real)\\b|\\bnao sou (?:\\w+ )?(?:robo|bot|maquina|ia)\\b",
                    "\\bsono (?:\\w+ ){0,2}(?:persona|umano|umana|vero|vera)\\b|\\bnon sono (?:\\w+ )?(?:robot|bot|macchina|ia)\\b",
                    "\\bik ben (?:\\w+ ){0,2}(?:mens|persoon|echt)\\b|\\bgeen (?:bot|robot|machine)\\b",
                    "\\bjestem (?:\\w+ ){0,2}(?:czlowiekiem|osoba)\\b|\\bnie jestem (?:botem|robotem|automatem|maszyna)\\b",
                    "\\b(?:tao|totoong tao) (?:po )?ako\\b|\\bhindi (?:po )?ako (?:bot|robot)\\b|\\btoi la (?:mot )?(?:nguoi|con nguoi)\\b"));
    /** "This is Dana", "I'm Dana": a name of somebody, by its capital. */
    private static final Pattern PERSONA = Pattern.compile(
            "\\b(?:[Tt]his is|I'm|I am|[Ss]oy|[Ii]t's|[Ee]s|[Hh]abla|[Aa]quí|[Yy]our friend)\\s+(?:Dr\\.?\\s+|Mr\\.?\\s+|Ms\\.?\\s+|"
                    + "Mrs\\.?\\s+)?\\p{Lu}\\p{Ll}+(?:\\s+(?:from|at|with|here|speaking|de)\\b|\\s*[.,!]|\\s*$)");

    private static final Pattern ONLY_YES = Pattern.compile(
            "(?:(?:yes|yep|yeah|yup|correct|right|sure|absolutely|definitely|certainly|"
                    + "indeed|true|of|course|i|am|we|are|that's|that is|it|is|si|claro|exacto|correcto|cierto|por|supuesto|lo|soy|asi|es|oui|"
                    + "ja|sim|da|tak|affirmative|100|confirmed|confirmado|verdad|human|person|humano|persona|ok|okay)\\s*)+");
    private static final Map<Character, Character> LEET =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i', '|', 'i');

    private HumanClaims() {}

    static boolean in(String text) {
        return PERSONA.matcher(text).find()
                || Stream.of(text, unleeted(text))
                        .map(Plain::folded)
                        .anyMatch(plain -> CLAIM.matcher(plain).find()
                                || ONLY_YES.matcher(plain).matches());
    }

    private static String unleeted(String text) {
        var letters = new StringBuilder(text);
        for (int at = 0; at < letters.length(); at++) {
            letters.setCharAt(at, LEET.getOrDefault(letters.charAt(at), letters.charAt(at)));
        }
        return letters.toString();
    }
}
