package io.cloudpbx.receptionist.offline.facts;

import io.cloudpbx.receptionist.offline.speech.Phrasing;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import io.cloudpbx.receptionist.offline.speech.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/** What every business is asked. */
public enum Topic {
    HOURS(
            Phrasing.of(
                    "hours",
                    "(?:are|r) (?:you|y'all|you guys|they|we|the \\w+) (?:still |even |ever )?(?:open|closed|closing|opening)",
                    "(?:you|y'all|they|guys|office|store|clinic|place|shop|doors) (?:open|opens|close|closes|opened|closed)",
                    "open (?:today|tomorrow|now|late|early|on|right now|till|until|this|for)",
                    "(?:closing|opening) times?",
                    "what time(?: \\w+){0,4} (?:open|close|opening|closing|closed)",
                    "when(?: \\w+){0,4} (?:open|close|opens|closes|closed)",
                    "how (?:late|early)(?: \\w+){0,4} (?:open|there|close|stay)",
                    "horarios?",
                    "(?:a que hora|hasta que hora|cuando|que dias|desde que hora)(?: \\w+){0,3} (?:abren?|cierran?|abiert\\w+|atienden|trabajan|abrir|cerrar)",
                    "(?:estan|esta|estaran) (?:abiert\\w+|cerrad\\w+)",
                    "abren",
                    "cierran",
                    "abiertos?"),
            "time times today tomorrow tonight late early weekend weekends weekday weekdays monday tuesday wednesday thursday friday saturday saturdays sunday sundays morning evening night noon lunch day days week holiday holidays"
                    + " christmas thanksgiving business working office store shop clinic place building currently now normal regular dias hora horas hoy manana lunes martes miercoles jueves viernes sabado sabados domingo domingos fin semana noche tarde"
                    + " oficina clinica tienda atencion festivo festivos open close closed opening closing until till stay come guys there gonna abren abierto abiertos cierran cierra abre cerrado cerrados atienden"),
    ADDRESS(
            Phrasing.of(
                    "(?:your|the|office|street|physical|mailing|store|exact) address",
                    "address(?: please| again)?$",
                    "what address",
                    "where (?:are|is|'re)(?: \\w+){0,2} (?:you|y'all|guys|located|office|store|clinic|shop|building|place|warehouse|plant)(?: at| located)?",
                    "where's (?:your|the) (?:office|store|clinic|shop|building|place|plant)",
                    "where (?:you|y'all|you guys) (?:at|located)",
                    "(?:where|how) do i (?:find|get to|come)(?: \\w+){0,2} (?:you|there|office|clinic|place|shop|building|your \\w+)",
                    "directions",
                    "how (?:do|can|would) i get (?:there|to you)",
                    "(?:your|the) location",
                    "located",
                    "cross street\\w*",
                    "(?:la|su|que|cual es la) direccion",
                    "direccion(?: por favor)?$",
                    "donde (?:estan|esta|queda|quedan|se encuentran?|se ubican?|es)(?: \\w+){0,4}",
                    "como (?:llego|llegar)",
                    "ubicad[oa]s?",
                    "ubicacion"),
            "street exact find there guys located location office clinic store shop building place town city near nearby gps navigation calle exacta llegar oficina clinica tienda local ubicacion edificio part what's come address physical mailing drive driving"
                    + " taller planta direccion ubicada ubicados encuentran queda quedan"),
    PARKING(
            Phrasing.of(
                    "(?:park|parking|parked)",
                    "estacion\\w+",
                    "parque(?:o|ar|arme|adero)",
                    "aparc\\w+",
                    "parking (?:lot|garage)"),
            "car truck vehicle spot spots lot space spaces free cost validate validated garage where place visitor visitors guest customer customers carro coche auto lugar gratis street there leave available office building clinic pay meter visitantes clientes");

    private static final Set<String> NEUTRAL = WordList.of(
            "hello hi question quick wondering curious know tell need find out info information wanted check checking see saber pregunta informacion quisiera puede decir dime decirme digame cual cuales curiosidad what's whats where's when's gonna ok cual son real supposed");
    private static final Phrasing THEIRS = Phrasing.of(
            "my (?!car|truck|van|vehicle|gps|question)\\w+",
            "mi (?!carro|coche|auto|pregunta)\\w+",
            "parking (?:permit|pass|ticket|sticker|fob|fine)",
            "(?:towed|someone is parked|somebody parked|parked in my|blocking)",
            "(?:wrong|new|billing|change|update|mailing|email|shipping|delivery)(?: \\w+)? address",
            "address (?:change|on)",
            "hours (?:worked|on my|of overtime)",
            "after hours");

    private static final Phrasing PLACE = Phrasing.of(
            "where(?:'s| is| are) (?:the |your )?(\\w+)(?: at| located)?$", "donde (?:esta|queda) (?:la |el )?(\\w+)$");

    private final Phrasing asked;
    private final Set<String> qualifiers;

    Topic(Phrasing asked, String qualifiers) {
        this.asked = asked;
        this.qualifiers = WordList.of(qualifiers);
    }

    /** The id of the fact. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a text speaks of it at all. */
    public boolean isIn(String text) {
        return asked.in(text);
    }

    /** Those that an utterance asks about, and about little else. */
    public static List<Topic> of(Utterance utterance, Set<String> names) {
        String text = utterance.text();
        if (THEIRS.in(text)) {
            return List.of();
        }
        Matcher place = PLACE.matcher(text);
        boolean ours = place.find() && names.contains(place.group(1) == null ? place.group(2) : place.group(1));
        List<Topic> found = Arrays.stream(values())
                .filter(topic -> topic.isIn(text) || topic == ADDRESS && ours)
                .toList();
        String rest = text;
        for (Topic topic : found) {
            rest = topic.asked.matcher(rest).replaceAll(" ");
        }
        long unexplained = Arrays.stream(rest.strip().split("\\s+"))
                .filter(word -> !word.isEmpty()
                        && Vocabulary.isContent(word)
                        && !NEUTRAL.contains(word)
                        && !names.contains(word))
                .filter(word -> found.stream().noneMatch(topic -> topic.qualifiers.contains(word)))
                .count();
        return unexplained <= 1 ? found : List.of();
    }
}
