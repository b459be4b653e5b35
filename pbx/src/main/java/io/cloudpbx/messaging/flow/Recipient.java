package io.cloudpbx.messaging.flow;

/**
 * To whom a text would go.
 *
 * @param address as it would be given to the carrier
 * @param country two letters by the number, {@code ZZ} for none; {@code US} does not include the territories, whose numbers
 *     have codes of their own ({@code PR}, {@code GU} …)
 */
public record Recipient(String address, Kind kind, String country, Place place) {
    /** What kind of address it is. */
    public enum Kind {
        ORDINARY,
        TOLL_FREE,
        /** Costs more than a text: premium, shared-cost and follow-me numbers. */
        PREMIUM,
        SHORT_CODE,
        /** No number that the carrier could reach. */
        NONE
    }
}
