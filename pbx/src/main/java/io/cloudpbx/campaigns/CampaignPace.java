package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fast numbers send, in segments a second ({@code twilio.md} section 16, R12): what networks allow where nothing else was
 * agreed with them.
 *
 * @param accountPerSecond how many texts a second all of them may send together; 0, which is usual, for as many as each may
 */
@ConfigurationProperties("cloudpbx.campaigns")
record CampaignPace(double localPerSecond, double tollFreePerSecond, double accountPerSecond) {
    Pace pace() {
        return new Pace(localPerSecond, tollFreePerSecond, accountPerSecond);
    }
}
