package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;

/** Watches nothing: only where it ends is looked at. */
final class Unwatched implements PaperTables.Watcher {
    @Override
    public void moved(DeliveryRow before, DeliveryRow after) {
        // What moves is not judged.
    }

    @Override
    public void settled(AttemptRow before, AttemptRow after) {
        // Nor this.
    }
}
