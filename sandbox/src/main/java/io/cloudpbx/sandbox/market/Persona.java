package io.cloudpbx.sandbox.market;

import java.util.List;

/** A fictional person outside, whose phone anybody may pick up in the browser. */
public record Persona(String phoneNumber, String name) {
    public static final List<Persona> ALL = List.of(
            new Persona("+14155550148", "Maria Santos"),
            new Persona("+14155550139", "Eleanor Vance"),
            new Persona("+15105550192", "Tom Becker"),
            new Persona("+17075550193", "Noah Fischer"),
            new Persona("+19255550194", "Chen Wei"),
            new Persona("+16285550195", "Amira Haddad"),
            new Persona("+15105550196", "Jordan Lee"),
            new Persona("+19255550197", "Olivia Park"));
}
