package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.CarrierErrors;
import java.util.UUID;

/** Stops a campaign of which the carrier takes nothing, whoever it is for. */
interface Brake {
    void halt(UUID campaign, String why);

    /** @param code 0 where the carrier itself said nothing */
    static String because(int code) {
        return code == 0 ? "Something between CloudPBX and your carrier refuses texts." : CarrierErrors.sentence(code);
    }

    /** What the campaign says of itself then. */
    static String why(int code) {
        return because(code) + " Whoever has not got this waits. Put that right, then resume it.";
    }
}
