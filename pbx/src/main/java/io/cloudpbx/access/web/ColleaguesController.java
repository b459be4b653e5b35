package io.cloudpbx.access.web;

import io.cloudpbx.access.Colleagues;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/colleagues}: who is there to hand something to. */
@RestController
class ColleaguesController {
    private final Colleagues colleagues;

    ColleaguesController(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    record Colleague(UUID id, String name, String role) {}

    record Whole(
            List<Colleague> items,
            @org.jspecify.annotations.Nullable String next) {}

    @GetMapping("/api/colleagues")
    Whole list() {
        return new Whole(
                colleagues.all().stream()
                        .map(person -> new Colleague(
                                person.userId(), person.name(), person.role().word()))
                        .toList(),
                null);
    }
}
