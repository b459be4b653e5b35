package io.cloudpbx.hooks.send;

import io.cloudpbx.hooks.HookSettings;
import io.cloudpbx.reach.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks a name up once and lets pass what is on the public internet; the client connects to what this gives and asks nobody again, so that
 * a name cannot mean one address when it is judged and another when it is called (T9).
 */
@Component
public class Destination implements DnsResolver {
    private final HookSettings settings;

    Destination(HookSettings settings) {
        this.settings = settings;
    }

    /** A host that has an address where we do not go. */
    static final class Forbidden extends UnknownHostException {
        Forbidden(String host) {
            super(host);
        }
    }

    /**
     * All or none: a name that stands for a public and for a private address is a trap.
     *
     * @throws Forbidden when one of its addresses is not public
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(withoutBrackets(host));
        if (!Arrays.stream(found).allMatch(this::mayBeCalled)) {
            throw new Forbidden(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether the name stands for an address where we do not go; a name that nobody knows at this moment does not. */
    public boolean isForbidden(String host) {
        try {
            return resolve(host).length == 0;
        } catch (Forbidden forbidden) {
            return true;
        } catch (UnknownHostException notNow) {
            return false;
        }
    }

    /** Whether it is this machine, by a literal or by a name. */
    public boolean isHere(@Nullable String host) {
        try {
            return host != null && Arrays.stream(resolve(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private boolean mayBeCalled(InetAddress address) {
        return settings.loopback() && address.isLoopbackAddress() || PublicAddress.isPublic(address);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
