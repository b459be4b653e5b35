package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.Persona;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is known by which number. */
final class Directory {
    private final CarrierState state;

    Directory(CarrierState state) {
        this.state = state;
    }

    record BusinessNumber(String number, String display, String label) {}

    record Person(String number, String display, String name) {}

    /** The business's numbers, toll-free ones, which are main numbers, first. */
    List<BusinessNumber> businessNumbers() {
        return state.numbers().stream()
                .filter(number -> number.accountSid().equals(Account.BUSINESS_SID))
                .sorted(Comparator.comparing((IncomingNumber number) -> !Inventory.isTollFree(number.phoneNumber())))
                .map(number ->
                        new BusinessNumber(number.phoneNumber(), display(number.phoneNumber()), number.friendlyName()))
                .toList();
    }

    List<Person> personas() {
        return Persona.ALL.stream()
                .map(persona -> new Person(persona.phoneNumber(), display(persona.phoneNumber()), persona.name()))
                .toList();
    }

    Optional<String> nameOf(String number) {
        return Persona.ALL.stream()
                .filter(persona -> persona.phoneNumber().equals(number))
                .map(Persona::name)
                .findFirst()
                .or(() -> state.number(number).map(IncomingNumber::friendlyName));
    }

    static String display(String number) {
        return number.matches("\\+1[0-9]{10}")
                ? "(%s) %s-%s".formatted(number.substring(2, 5), number.substring(5, 8), number.substring(8))
                : number;
    }
}
