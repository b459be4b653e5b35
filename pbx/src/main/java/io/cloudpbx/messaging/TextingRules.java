package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.LocalHours;
import java.util.List;

/**
 * What binds texts, for whoever wants to read it.
 *
 * @param stopWords some of the words by which somebody is opted out; many more are understood
 * @param ours when campaigns may reach people, where nothing stricter is known
 * @param places that have hours of their own, by name
 * @param campaignTextsADay most campaign texts to one person in 24 hours
 */
public record TextingRules(List<String> stopWords, LocalHours ours, List<String> places, int campaignTextsADay) {
    public TextingRules {
        stopWords = List.copyOf(stopWords);
        places = List.copyOf(places);
    }
}
