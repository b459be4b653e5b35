package io.cloudpbx.problems.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldWordsTest {
    private static final Validator VALIDATOR = validator();

    private record Order(
            @NotNull @Nullable String baker,
            @NotBlank String bread,
            @NotEmpty List<String> tins,
            @Size(max = 3) String note,
            @Size(min = 1, max = 8) String name,
            @Size(min = 2, max = 1_200) String story,
            @Size(min = 4, max = 4) String pin,
            @Size(min = 2) List<String> guests,
            @Size(max = 1) List<String> cards,
            @Min(1) int loaves,
            @Max(5_000) int crumbs,
            @Email String address,

            @Pattern(regexp = "rye|wheat", message = "must be rye or wheat")
            String flour,

            @Pattern(regexp = "white|brown|green") String eggs,
            @Pattern(regexp = "[A-Z]\\d") String shelf) {}

    /** Whoever asks in German is answered in the one language that the product speaks. */
    private static Validator validator() {
        try (var factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.GERMAN)
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    @Test
    void each_field_says_what_it_wants() {
        var order = new Order(
                null,
                " ",
                List.of(),
                "much",
                "",
                "x",
                "123",
                List.of("Ida"),
                List.of("a", "b"),
                0,
                5_001,
                "nobody",
                "oat",
                "blue",
                "first");

        Map<String, String> words = VALIDATOR.validate(order).stream()
                .collect(Collectors.toMap(
                        violation -> violation.getPropertyPath().toString(), FieldWords::of));

        assertThat(words)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("baker", "is missing"),
                        Map.entry("bread", "must not be empty"),
                        Map.entry("tins", "must not be empty"),
                        Map.entry("note", "must have at most 3 characters"),
                        Map.entry("name", "must not be empty"),
                        Map.entry("story", "must have 2 to 1,200 characters"),
                        Map.entry("pin", "must have exactly 4 characters"),
                        Map.entry("guests", "must have at least 2 entries"),
                        Map.entry("cards", "must have at most 1 entry"),
                        Map.entry("loaves", "must be at least 1"),
                        Map.entry("crumbs", "must be at most 5,000"),
                        Map.entry("address", "must be an e-mail address, such as name@example.com"),
                        Map.entry("flour", "must be rye or wheat"),
                        Map.entry("eggs", "must be white, brown or green"),
                        Map.entry("shelf", "is not written as it has to be")));
    }
}
