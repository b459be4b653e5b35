package io.cloudpbx.receptionist.claude;

import io.cloudpbx.knowledge.words.Language;

/** What is said in words of ours, where a model's are not needed or not to be said. */
record Phrases(Language language) {
    String connecting(String name) {
        return in("Connecting you to " + name + ".", "Le comunico con " + name + ".");
    }

    String person() {
        return in("Let me get a person for you.", "Le paso con una persona.");
    }

    String message() {
        return in("You can leave a message.", "Puede dejar un mensaje.");
    }

    String goodbye() {
        return in("Thank you for calling. Goodbye.", "Gracias por llamar. Adiós.");
    }

    String whom() {
        return in(
                "I'm sorry, I can't help with that myself. Whom would you like to reach?",
                "Perdón, con eso no le puedo ayudar. ¿Con quién desea hablar?");
    }

    private String in(String english, String spanish) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }
}
