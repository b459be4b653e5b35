package io.cloudpbx.numbers;

import java.util.List;

/** Nothing is for sale there; {@code available} names area codes nearby, or anywhere, where something is. */
public final class NoNumbersInAreaCode extends RuntimeException {
    private final String areaCode;
    private final List<NumberOffer> available;

    NoNumbersInAreaCode(String areaCode, List<NumberOffer> available) {
        super("There are no numbers to be had in area code " + areaCode);
        this.areaCode = areaCode;
        this.available = List.copyOf(available);
    }

    public String areaCode() {
        return areaCode;
    }

    public List<NumberOffer> available() {
        return available;
    }
}
