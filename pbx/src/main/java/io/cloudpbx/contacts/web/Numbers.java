package io.cloudpbx.contacts.web;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;

/** Phone numbers in requests. */
final class Numbers {
    private Numbers() {}

    static PhoneNumber written(String field, String text) {
        return PhoneNumber.written(text)
                .orElseThrow(() ->
                        Problem.invalid(field, "not_a_phone_number", "is not a phone number, such as (415) 555-0100"));
    }
}
