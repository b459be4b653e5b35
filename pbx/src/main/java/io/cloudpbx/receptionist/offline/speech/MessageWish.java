package io.cloudpbx.receptionist.offline.speech;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * A message is to be taken.
 *
 * @param whom the words in which its addressee stands, if one was named
 */
public record MessageWish(Utterance whom) {
    private static final Phrasing FOR_VOICEMAIL = Phrasing.of(
            "(?:leave|leaving|send|drop|record|take|give|pass|get)((?: \\w+){0,4}?) (?:a |an |the |along |on |another |quick |little )*(?:message|voicemail|voice mail|note)",
            "^(?:a |just a )?(?:message|voicemail)",
            "(?:straight |directly )?to ((?:\\w+'?s? ){0,3})(?:voicemail|voice mail|mailbox)",
            "(\\w+'s) (?:voicemail|voice mail|mailbox)",
            "(?:voicemail|voice mail|mailbox)(?: of| for| box)?",
            "message for",
            "(?:dejar\\w*|deje|mandar\\w*|tomar\\w*|toma\\w*|tome|pasar\\w*|dar\\w*)(?: \\w+){0,3}? (?:mensaje|recado|aviso)",
            "(?:mensaje|recado) para",
            "^(?:un |el )?(?:mensaje|recado)",
            "buzon(?: de voz)?");
    private static final String WHOM = "(?!me\\b|you\\b|us\\b|to\\b|a\\b|an\\b|in\\b|it\\b)((?:\\w+'?\\w* ){1,4}?)";
    private static final String SAYS =
            "(?:that\\b|know\\b|i'm|i'll|i've|i am|i will|i won't|i can't|i called|i need|i'd|i got|i dropped|i faxed|i sent|we\\b|we're|my\\b|the\\b|he's|she's|his|her)";
    private static final String CALLS =
            "(?:to (?:call|phone|ring|text|get back|contact|reach)|call(?:ed)? (?:me|us)|call back|phone (?:me|us)|get back|return my|give me|ring me)";
    private static final Phrasing TELL = Phrasing.of(
            "(?:tell|let|inform|remind|notify) " + WHOM + SAYS,
            "(?:have|get|ask|tell) " + WHOM + CALLS,
            "(?:digale|decirle|dile|avisele|avisar(?:le)?|digan|pidale|pedirle|dejele dicho) (?:por favor )?((?:a |al |a la )(?:\\w+ ?){1,4}?)(?:que)",
            "que (?:me )?(?:llame|regrese la llamada|devuelva la llamada|marque)((?: \\w+){0,4})");
    private static final Phrasing NOT = Phrasing.of(
            "(?:left|leaving|sent|got|gave|received|returning|return|heard|listened to|responding to) (?:me |us |him |her |them |my |your |his |\\w+'?s? ){0,3}"
                    + "(?:a |an |the |this |your )?(?:message|voicemail|voice mail)",
            "(?:someone|somebody|he|she|they|you|\\w+) (?:just )?(?:left|sent|gave) (?:me|us) (?:a |an )?(?:message|voicemail|voice mail)",
            "(?:recibi|tengo|me dejaron|me dejo) (?:un |su )?(?:mensaje|recado)",
            "voicemail (?:isn't|is not|doesn't|won't|system)",
            "don't (?:want|send)(?: \\w+){0,5} voicemail",
            "no quiero(?: \\w+){0,3} (?:mensaje|buzon)",
            "(?:not|instead of) (?:\\w+ ){0,2}voicemail");
    private static final Phrasing SAID = Phrasing.of(
            "that", "saying", "to say", "letting", "telling", "about", "regarding", "que", "diciendo", "sobre");

    public static Optional<MessageWish> in(Utterance utterance) {
        String text = utterance.text();
        if (NOT.in(text)) {
            return Optional.empty();
        }
        Matcher voicemail = FOR_VOICEMAIL.matcher(text);
        if (voicemail.find()) {
            String rest =
                    voicemail.replaceAll(" for $1$2$3 ").replaceAll("\\s+", " ").strip();
            return Optional.of(new MessageWish(utterance.with(words(beforeContents(rest)))));
        }
        Matcher tell = TELL.matcher(text);
        if (!tell.find()) {
            return Optional.empty();
        }
        String whom = IntStream.rangeClosed(1, tell.groupCount())
                .mapToObj(tell::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String named = whom.isBlank() ? text : "for " + whom.strip();
        return Optional.of(new MessageWish(utterance.with(words(named))));
    }

    private static String beforeContents(String text) {
        Matcher said = SAID.matcher(text);
        return said.find()
                        && said.start() > 0
                        && !text.substring(0, said.start()).isBlank()
                ? text.substring(0, said.start()).strip()
                : text;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
    }
}
