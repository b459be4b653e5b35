package io.cloudpbx.missedcalls.web;

import io.cloudpbx.listing.Page;
import io.cloudpbx.missedcalls.TextBack;
import io.cloudpbx.missedcalls.TextBacks;
import io.cloudpbx.missedcalls.flow.When;
import io.cloudpbx.templates.Template;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/text-backs}. */
@RestController
@RequestMapping("/api/text-backs")
class TextBacksController {
    private final TextBacks choices;

    TextBacksController(TextBacks choices) {
        this.choices = choices;
    }

    /** @param when {@code off}, {@code always}, {@code open} or {@code closed} */
    record View(UUID numberId, String when, String text) {
        static View of(TextBack chosen) {
            return new View(
                    chosen.numberId(),
                    chosen.when().name().toLowerCase(Locale.ROOT),
                    chosen.words().text());
        }
    }

    @GetMapping
    Page<View> list() {
        return Page.whole(choices.all().stream().map(View::of).toList());
    }

    @GetMapping("/{number}")
    View one(@PathVariable UUID number) {
        return View.of(choices.of(number));
    }

    /**
     * @param when {@code off}, {@code always}, {@code open} or {@code closed}: in which of the number's hours
     * @param text with {@code {{firstName|there}}}, {@code {{name|…}}}, {@code {{business}}} and {@code {{number}}}
     */
    record Choice(
            @NotNull @Pattern(regexp = "off|always|open|closed")
            String when,

            @NotNull @Size(max = 320) String text) {}

    @PutMapping("/{number}")
    View choose(@PathVariable UUID number, @Valid @RequestBody Choice wanted) {
        choices.choose(new TextBack(
                number,
                When.valueOf(wanted.when().toUpperCase(Locale.ROOT)),
                new Template(wanted.text().strip())));
        return one(number);
    }
}
