package io.cloudpbx.knowledge.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The languages that the assistant writes by itself, and can vouch for. */
public enum Language {
    ENGLISH(Locale.US, """
            a about after all am an and any anything are as ask at be been before but by can can't could did do does
            don't for from get give glad go good got great happy has have he hello help here hi how i i'm if in is it
            it's just know let like me more my need no not now of off ok on one open or our out please reply right see
            send she should so some sorry sure tell text than thank thanks that that's the their them then there they
            this time to today tomorrow too up us want was we we're well were what what's when where which who will
            with would yes yet you your you're"""),
    SPANISH(Locale.of("es", "US"), """
            a abierto abiertos abre abren adios ahora al algo alguien aqui ayuda bien buen buena buenas buenos cada
            cerrado como con cual cuando cuanto cuesta dar de decir decirme del desde dia dias donde el ella ellos en eres es esta estan
            estas este esto estoy favor fue gracias gusta ha hablar hace hacer hasta hay hola hora horas horario hoy la
            las le les lo los mañana manana mas me mensaje mi mis muchas mucho muy necesito no nos nuestra nuestro o
            para pero persona poder por porque pueden podria puede puedo que queria quien quiero responda respondera saber se ser si
            sin sobre son soy su sus tambien te tiene tienen todo tu un una usted ustedes vez voy y ya yo""");

    private final Locale locale;
    private final Set<String> common;

    Language(Locale locale, String common) {
        this.locale = locale;
        this.common = Set.copyOf(Arrays.asList(common.strip().split("\\s+")));
    }

    public Locale locale() {
        return locale;
    }

    /** The two letters of the language. */
    public String code() {
        return locale.getLanguage();
    }

    /** Words that are in every other sentence and carry none. */
    public Set<String> common() {
        return common;
    }

    /** How many of these words, plain and in lower case, are among the common ones of the language. */
    public long commonOf(String[] words) {
        return Arrays.stream(words).filter(common::contains).count();
    }

    /** The language that a BCP 47 tag begins with; English where it is none of ours. */
    public static Language tagged(String tag) {
        String code = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** English, unless it looks more like Spanish. */
    public static Language of(String text) {
        if (text.matches("(?s).*[¿¡ñÑ].*")) {
            return SPANISH;
        }
        String[] words = Plain.folded(text).split(" ");
        return SPANISH.commonOf(words) > ENGLISH.commonOf(words) ? SPANISH : ENGLISH;
    }
}
