package io.cloudpbx.calls;

import io.cloudpbx.calls.CallView.InHands;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with a call by whoever has the other side, as the API shows it. */
@Component
class HandsShown {
    private final HandlingRows rows;
    private final Extensions extensions;

    HandsShown(HandlingRows rows, Extensions extensions) {
        this.rows = rows;
        this.extensions = extensions;
    }

    @Nullable
    InHands of(Call call) {
        return of(List.of(call)).get(call.id());
    }

    /** By call, where somebody does something with it. */
    Map<UUID, InHands> of(Collection<Call> calls) {
        Map<UUID, HandlingRows.Row> held =
                rows.ofAll(calls.stream().filter(Call::isLive).map(Call::id).toList());
        Map<UUID, Extension> colleagues = extensions.findAll(held.values().stream()
                .map(HandlingRows.Row::colleagueId)
                .filter(Objects::nonNull)
                .toList());
        return held.values().stream().collect(Collectors.toMap(HandlingRows.Row::call, row -> shown(row, colleagues)));
    }

    private static InHands shown(HandlingRows.Row row, Map<UUID, Extension> colleagues) {
        return new InHands(
                Call.text(row.stage()),
                Optional.ofNullable(row.colleagueId())
                        .map(colleagues::get)
                        .map(CallView::party)
                        .orElse(null),
                row.colleagueLeg() != null,
                row.slot());
    }
}
