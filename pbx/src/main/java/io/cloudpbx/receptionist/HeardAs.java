package io.cloudpbx.receptionist;

import java.util.List;

/**
 * What else may be heard when somebody is meant than their name as it is written.
 *
 * @param soundsLike spellings by people of the business, such as "hor hay"; as good as the name itself
 * @param learned what callers said who were asked whom they meant: weaker than any name
 */
public record HeardAs(List<String> soundsLike, List<String> learned) {
    public static final HeardAs WRITTEN = new HeardAs(List.of(), List.of());

    public HeardAs {
        soundsLike = List.copyOf(soundsLike);
        learned = List.copyOf(learned);
    }
}
