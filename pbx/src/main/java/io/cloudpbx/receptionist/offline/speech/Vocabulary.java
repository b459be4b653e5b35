package io.cloudpbx.receptionist.offline.speech;

import io.cloudpbx.knowledge.words.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What kind of word a word is, in either language. */
public final class Vocabulary {
    private static final Set<String> ENGLISH = WordList.words("common-en.txt");
    private static final Set<String> SPANISH = WordList.words("common-es.txt");
    private static final Set<String> GIVEN_NAMES = WordList.words("names.txt");

    private static final Set<String> FILLERS = WordList.of(
            "um umm uh uhh uhm er err erm ah eh hmm hm mm mmm mhm huh like so well okay ok yeah yes hi hello hey hiya howdy yo"
                    + " please thanks thank you good morning afternoon evening there ma'am sir hola buenas buenos dias tardes"
                    + " noches este pues bueno por favor gracias eh oiga disculpe si a the an oh just");

    /** Words that hold sentences together: no name begins or ends with one. */
    private static final Set<String> FUNCTION = WordList.of("""
            a about after again all also am an and any anyone are as ask at be because been before but by call called calling can
            can't could did do does don't for from get give go going got had has have he help her here hers hi him his how i i'd i'll
            i'm i've if in into is it it's just know let like line looking me mine my name need no not now number of off ok on one or
            our out over phone please put reach regarding returning right said say see she should so some somebody someone speak
            speaking still talk talking tell than thank thanks that that's the their them then there they this through to today too
            transfer trying up us very want was we we're well were what what's when where which who who's why will with would yes
            yet you you're your mr mrs ms miss mister dr doctor""");

    private static final Set<String> SPANISH_FUNCTION = WordList.of("""
            al algo alguien con como cuando cual de del donde el ella en es esta estoy favor hablar hay la las le lo los llamo me mi
            mis muy no nos o para pero por porque puede puedo que quien quiero quisiera se si sin sobre soy su sus te tengo un una y
            ya yo busco necesito senor senora senorita don dona doctora""");

    private static final Set<String> ARTICLES = WordList.of(
            "a an the my our your his her their some this that these those any"
                    + " un una unos unas el la los las mi mis su sus tu tus nuestro nuestra este esta ese esa al del de");

    /** Words of English that people also bear as a surname. */
    private static final Set<String> SURNAMES = WordList.of("""
            brown white black green gray grey hill hills wood woods stone rivers brooks fields young long king knight baker cook
            carpenter taylor mason cooper fisher hunter bell banks rice wise best love rose west lane parks wells waters ford reed
            bush berry pepper strong moon snow frost winters summers church bishop pope dean marsh steel porter potter miller smith
            carter walker turner parker barber butler cannon cross foster fox french hood horn hunt lamb nice poole ray rich rose
            singer sharp silver speaker weaver webb wolf bird boyle burns crane day drew flowers glass grant hand head hope jordan
            major mills nail noble page paige palm peck pierce pond pool powers price rock sage sands savage shepherd small""");

    private Vocabulary() {}

    public static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    public static boolean isFunction(String word) {
        return FUNCTION.contains(word) || SPANISH_FUNCTION.contains(word);
    }

    /** "Hay" holds Spanish sentences together, but is half a name in an English one. */
    public static boolean isFunction(String word, Language language) {
        return language == Language.SPANISH ? SPANISH_FUNCTION.contains(word) : FUNCTION.contains(word);
    }

    public static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }

    /** Whether it is a word that people say all day, in either language. */
    public static boolean isCommon(String word) {
        return ENGLISH.contains(word)
                || SPANISH.contains(word)
                || isFunction(word)
                || FILLERS.contains(word)
                || word.contains("'")
                || Character.isDigit(word.charAt(0));
    }

    public static boolean isGivenName(String word) {
        return GIVEN_NAMES.contains(word);
    }

    /** Whether it can be somebody's surname: no word of the language, or one that people bear. */
    public static boolean canBeSurname(String word) {
        return SURNAMES.contains(word) || !isCommon(word);
    }

    /** Whether it says something: neither filler nor holding together. */
    public static boolean isContent(String word) {
        return !isFiller(word) && !isFunction(word) && !isArticle(word);
    }

    /** English, unless there is more Spanish in it. */
    public static Language languageOf(String text, List<String> words) {
        if (Language.of(text) == Language.SPANISH) {
            return Language.SPANISH;
        }
        long spanish = words.stream().filter(SPANISH::contains).count();
        long english = words.stream()
                .filter(word ->
                        ENGLISH.contains(word) || Language.ENGLISH.common().contains(word))
                .count();
        boolean all = spanish > 0 && Arrays.asList(text.split(" ")).size() <= 4 && english < spanish;
        return spanish > english || all ? Language.SPANISH : Language.ENGLISH;
    }
}
