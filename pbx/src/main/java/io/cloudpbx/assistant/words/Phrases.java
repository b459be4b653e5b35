package io.cloudpbx.assistant.words;

import io.cloudpbx.knowledge.words.Language;

/** What the assistant says in words of ours. */
public final class Phrases {
    private Phrases() {}

    /** C33: the first words of each conversation. */
    public static String introduction(Language language, String business) {
        return switch (language) {
            case ENGLISH -> "Hi, this is the automated assistant of " + business + ".";
            case SPANISH -> "Hola, soy el asistente automático de " + business + ".";
        };
    }

    /** The truth, to whoever asks for it. */
    public static String notHuman(Language language, String business) {
        return switch (language) {
            case ENGLISH ->
                "You're texting with the automated assistant of " + business
                        + ", not a person. If you'd like a person to answer, just say so.";
            case SPANISH ->
                "Está escribiendo al asistente automático de " + business
                        + ", no a una persona. Si prefiere que le conteste una persona, dígalo.";
        };
    }

    /** To a question that is not ours to answer. */
    public static String passedOn(Language language) {
        return switch (language) {
            case ENGLISH ->
                "Thanks for your message. I can't answer that myself, so I've told the team; a person will reply.";
            case SPANISH ->
                "Gracias por su mensaje. No puedo contestar eso, así que avisé al equipo; le responderá una persona.";
        };
    }

    /** To somebody who would rather talk to a person. */
    public static String personComes(Language language) {
        return switch (language) {
            case ENGLISH -> "Of course. I've told the team, and a person will reply.";
            case SPANISH -> "Claro. Avisé al equipo y le responderá una persona.";
        };
    }

    /** After an answer to part of what was asked. */
    public static String restPassedOn(Language language) {
        return switch (language) {
            case ENGLISH -> "I've told the team about the rest.";
            case SPANISH -> "Avisé al equipo sobre lo demás.";
        };
    }

    /** To a greeting. */
    public static String howCanIHelp(Language language) {
        return switch (language) {
            case ENGLISH -> "How can I help? I can tell you our hours and address, or pass a message to the team.";
            case SPANISH ->
                "¿En qué le puedo ayudar? Puedo decirle el horario y la dirección, o dar su mensaje al equipo.";
        };
    }
}
