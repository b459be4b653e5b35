package io.cloudpbx.receptionist.offline;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.facts.Spoken;
import java.util.List;
import java.util.stream.Collectors;

/** What is said to callers, in their language: short, and never a number. */
record Sayings(Language language, Directory directory) {
    String connecting(String id) {
        String whom = named(id);
        return whom.isEmpty()
                ? in("One moment, I'm connecting you.", "Un momento, le comunico.")
                : in("Connecting you to ", "Le comunico con ") + whom + ".";
    }

    String takingMessage(String id) {
        String whom = named(id);
        return whom.isEmpty()
                ? in("Please leave your message after the tone.", "Deje su mensaje después del tono, por favor.")
                : in("Please leave your message for ", "Deje su mensaje para ")
                        + whom
                        + in(" after the tone.", " después del tono, por favor.");
    }

    String didYouMean(List<String> ids) {
        List<String> names = ids.stream()
                .map(this::named)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return whom();
        }
        String last = names.getLast();
        String first = names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "));
        String all = first.isEmpty() ? last : first + in(", or ", ", o ") + last;
        return in("Do you mean ", "¿Se refiere a ") + all + "?";
    }

    String lastName() {
        return in(
                "There is more than one person of that name. What is the last name, or the department?",
                "Hay más de una persona con ese nombre. ¿Cuál es el apellido, o el departamento?");
    }

    String unknownName() {
        return in(
                "I don't find that name here. Which department would you like, or could you spell the last name?",
                "No encuentro ese nombre aquí. ¿Con qué departamento desea hablar, o me puede deletrear el apellido?");
    }

    String unknownExtension() {
        return in(
                "I don't find that extension. Whom would you like to speak to?",
                "No encuentro esa extensión. ¿Con quién desea hablar?");
    }

    String whom() {
        return in(
                "Who or which department would you like to speak to?",
                "¿Con quién o con qué departamento desea hablar?");
    }

    String again() {
        return in(
                "Sorry, I didn't catch that. Who or what are you calling about?",
                "Perdón, no le entendí. ¿Con quién desea hablar, o sobre qué llama?");
    }

    String operator() {
        return in("Let me get someone for you. One moment.", "Le comunico con una persona. Un momento.");
    }

    String emergency() {
        return in(
                "If this is an emergency, please hang up and dial 911 now.",
                "Si es una emergencia, por favor cuelgue y marque el 911 ahora mismo.");
    }

    String refused() {
        return in(
                "I'm sorry, I can't help with that. I can connect you to a person or a department here.",
                "Lo siento, no le puedo ayudar con eso. Puedo comunicarle con una persona o un departamento de aquí.");
    }

    String optedOut() {
        return in(
                "Understood. We won't call or text you again. Goodbye.",
                "Entendido. No le volveremos a llamar ni a escribir. Adiós.");
    }

    String goodbye() {
        return in("Thank you for calling. Goodbye.", "Gracias por llamar. Adiós.");
    }

    String wrongNumber() {
        return in("No problem. Goodbye.", "No se preocupe. Adiós.");
    }

    private String named(String id) {
        return directory
                .person(id)
                .map(this::person)
                .orElseGet(() -> directory
                        .department(id)
                        .map(Department::name)
                        .map(Spoken::name)
                        .orElse(""));
    }

    /** With the department, which tells people of one name apart by ear. */
    private String person(Person person) {
        String name = Spoken.name(person.fullName());
        String department = person.department() == null
                ? ""
                : directory
                        .department(person.department())
                        .map(Department::name)
                        .map(Spoken::name)
                        .orElse("");
        return name.isEmpty() || department.isEmpty() ? name : name + in(" in ", " de ") + department;
    }

    private String in(String english, String spanish) {
        return language == Language.ENGLISH ? english : spanish;
    }
}
