package io.cloudpbx.sandbox.state;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which countries an account may call, as its geographic permissions say: all, until something else was said. */
public final class DialingPermissions {
    private final Table<Allowed> allowed;

    DialingPermissions(CarrierState state) {
        this.allowed = state.table("dialing-permission", Allowed.class);
    }

    /** Of one account. @param countries two letters each */
    public record Allowed(Set<String> countries) {
        public Allowed {
            countries = Set.copyOf(countries);
        }
    }

    public boolean isAllowed(String accountSid, DialledCountry country) {
        return allowed.get(accountSid)
                .map(these -> these.countries().contains(country.isoCode()))
                .orElse(true);
    }

    /** Countries that share a code are called as soon as one of them may be; one that is not known here may be. */
    public boolean mayCall(String accountSid, String e164) {
        List<DialledCountry> meant = DialledCountry.ALL.stream()
                .filter(country -> e164.startsWith("+" + country.code()))
                .toList();
        int longest = meant.stream()
                .map(country -> country.code().length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return meant.isEmpty()
                || meant.stream()
                        .filter(country -> country.code().length() == longest)
                        .anyMatch(country -> isAllowed(accountSid, country));
    }

    public void allow(String accountSid, Allowed these) {
        allowed.put(accountSid, these);
    }

    public void allowAll(String accountSid) {
        allowed.remove(accountSid);
    }
}
