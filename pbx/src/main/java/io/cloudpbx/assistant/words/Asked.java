package io.cloudpbx.assistant.words;

import io.cloudpbx.knowledge.words.Plain;
import java.util.regex.Pattern;

/** Two things that people may always ask, whoever answers (C33): whether they talk to a machine, and for a person. */
public final class Asked {
    /** Ten texts' worth: what stands behind it nobody reads at a glance either. */
    private static final int READ = 2000;

    private static final String MACHINE = "(?:a |an |the |un |una |el |la |just |really |actually |some |kind of ){0,5}"
            + "(?:bot|chatbot|robot|machine|computer|ai|automated|human|real|person|real person|live person|somebody real"
            + "|maquina|persona|humano|humana|ia|automatico|automatica|contestadora)";
    private static final Pattern WHETHER_HUMAN = Pattern.compile(
            "\\b(?:are you|r u|ru|you are|you're|is this|am i (?:talking|texting|"
                    + "speaking|chatting) (?:to|with)|this is|eres|es usted|usted es|sos|esto es|estoy hablando con|hablo con) "
                    + MACHINE + "\\b|\\b(?:human|robot|bot|person) or (?:a |an )?(?:human|robot|bot|machine|person)\\b"
                    + "|\\b(?:es|etes) vous (?:un |une )?(?:humain|humaine|robot|vraie personne|personne)\\b"
                    + "|\\bvoce e (?:um |uma )?(?:robo|humano|pessoa)\\b|\\bbist du (?:ein )?(?:mensch|bot|roboter)\\b");
    private static final Pattern FOR_PERSON = Pattern.compile(
            "\\b(?:talk|speak|chat|text|get|reach|connect me|put me through|transfer me|want|need|prefer|have|like)\\b"
                    + "(?: \\w+){0,3}? (?:human|person|people|somebody|someone|representative|operator|agent|receptionist|"
                    + "real person|manager|the doctor|dr)\\b"
                    + "|^(?:human|person|agent|representative|operator|real person|persona|operador|humano)(?: please| por favor)?$"
                    + "|\\b(?:call me(?: back)?|give me a call|have (?:someone|somebody) call)\\b"
                    + "|\\b(?:hablar|comunicar\\w*|pasar?\\w*|contactar)\\b(?: \\w+){0,3}? (?:persona|alguien|humano|"
                    + "operador|operadora|representante|agente|recepcionista|encargado)\\b"
                    + "|\\b(?:llame\\w*|llama\\w*me) (?:por favor)?");

    private Asked() {}

    public static boolean whetherHuman(String text) {
        return WHETHER_HUMAN.matcher(read(text)).find();
    }

    public static boolean forPerson(String text) {
        return FOR_PERSON.matcher(read(text)).find();
    }

    private static String read(String text) {
        return Plain.folded(Plain.beginning(text, READ));
    }
}
