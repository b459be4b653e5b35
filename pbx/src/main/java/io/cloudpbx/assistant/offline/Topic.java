package io.cloudpbx.assistant.offline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What everybody asks a business. */
enum Topic {
    HOURS(
            "\\b(?:hours|open|opened|opens|opening|close|closes|closed|closing|horarios?|abren|abre|abrir|abiert[oa]s?|cierran|cierra|"
                    + "cerrad[oa]s?|atienden)\\b",
            "time times until till late early business work working office working days day hora horas hasta dias"),
    ADDRESS(
            "\\b(?:address|directions|located|location|direccion|ubicacion|ubicad[oa]s?)\\b|\\bwhere (?:are|r|is|can i find) (?:you|u|"
                    + "your|the|ya|yall|y'all|y)\\b|\\bwhere (?:you|u) at\\b|\\bhow (?:do|can|would) i (?:get|find) (?:there|to you|you|to your)\\b|"
                    + "\\bdonde (?:estan|esta|queda|quedan|se encuentran|es|son)\\b|\\bcomo (?:llego|llegar)\\b",
            "street exact full find get there guys calle exacta llegar encontrar"),
    PARKING(
            "\\b(?:park|parking|garage|estacionamiento|estacionar\\w*|parqueo|parquear|aparcar|aparcamiento|parqueadero)\\b",
            "car truck van vehicle spot spots lot space spaces free cost validate garage where place carro coche auto lugar gratis"),
    PHONE(
            "\\b(?:phone number|telephone|number (?:to|can|do|should) (?:i )?call|your number|your phone|numero de telefono|telefono|"
                    + "su numero)\\b",
            "phone number call best reach numero llamar"),
    WEBSITE(
            "\\b(?:website|web site|webpage|web page|homepage|sitio web|pagina web|sitio|url)\\b",
            "page site link online web");

    /** Whatever can stand in such a question and changes nothing. */
    private static final Set<String> NEUTRAL =
            Set.of(("hello please office clinic practice shop store place building location "
                            + "guys folks near nearby currently still today tonight tomorrow weekend weekends weekday weekdays week holiday "
                            + "holidays monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
                            + "saturdays sundays morning afternoon evening lunch noon curious wondering question quick wanted wonder could "
                            + "consultorio oficina clinica tienda local favor lunes martes miercoles jueves viernes sabado sabados domingo "
                            + "domingos semana fin tarde noche pregunta days dia whats when's what're do does y'all yall u ur r buenas saber")
                    .split(" "));

    private static final Pattern MINE =
            Pattern.compile("\\b(?:my|mine|mi|mis|our)\\b(?! (?:car|truck|van|vehicle|carro|coche|auto)\\b)");

    private final Pattern asked;
    private final Set<String> qualifiers;

    Topic(String asked, String qualifiers) {
        this.asked = Pattern.compile(asked);
        this.qualifiers = Set.of(Arrays.stream(qualifiers.split(" ")).distinct().toArray(String[]::new));
    }

    /** Those of which a sentence speaks; none when much else is in it, or it is about something of theirs. */
    static List<Topic> of(String plain, List<String> meaningful, Set<String> names) {
        var found = Arrays.stream(values())
                .filter(topic -> topic.asked.matcher(plain).find())
                .toList();
        var explained = new HashSet<String>(names);
        found.forEach(topic -> topic.explain(plain, explained));
        long unexplained = meaningful.stream()
                .filter(word -> !explained.contains(word) && !NEUTRAL.contains(word))
                .count();
        boolean sure = unexplained == 0 || unexplained == 1 && meaningful.size() > 3;
        return sure && !MINE.matcher(plain).find() ? found : List.of();
    }

    private void explain(String plain, Set<String> explained) {
        explained.addAll(qualifiers);
        asked.matcher(plain)
                .results()
                .forEach(words -> explained.addAll(Arrays.asList(words.group().split(" "))));
    }
}
