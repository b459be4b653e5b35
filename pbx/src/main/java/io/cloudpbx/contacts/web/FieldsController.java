package io.cloudpbx.contacts.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.FieldNames;
import io.cloudpbx.contacts.Limits;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company's own fields: {@code /api/contacts/fields}. */
@RestController
@RequestMapping("/api/contacts/fields")
class FieldsController {
    private final FieldNames fields;

    FieldsController(FieldNames fields) {
        this.fields = fields;
    }

    record Names(@NotNull @Size(max = Limits.FIELDS) List<@NotBlank @Size(max = Limits.FIELD_NAME) String> names) {}

    @GetMapping
    Names all() {
        return new Names(fields.all());
    }

    @PutMapping
    Names replace(@Valid @RequestBody Names wanted, SignedIn who) {
        Duty.ofAdmins(who);
        List<String> names = wanted.names().stream().map(String::strip).toList();
        refuseDoubles(names);
        fields.replace(names);
        return all();
    }

    private static void refuseDoubles(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < names.size(); place++) {
            if (!seen.add(names.get(place).toLowerCase(Locale.ROOT))) {
                throw Problem.invalid("names." + place, "double_name", "is there twice");
            }
        }
    }
}
