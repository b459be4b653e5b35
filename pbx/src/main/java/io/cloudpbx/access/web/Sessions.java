package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.SecondFactors;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.access.store.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who a browser's session belongs to. A session holds the person's id alone; role and name are read with each request, so
 * that a change, or the end of an account, counts at once.
 */
@Component
class Sessions implements SecurityContextRepository {
    private static final Duration LONGEST = Duration.ofHours(12);
    /** Spring Session copies this attribute into a column, by which all sessions of a person are found. */
    private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String BEGUN = "begun";
    private static final String PROVED = "proved";
    private static final String PASSKEY = "passkey";
    private static final int LONGEST_NAME = 300;

    private final Users users;
    private final SecondFactors secondFactors;
    private final Clock clock;

    Sessions(Users users, SecondFactors secondFactors, Clock clock) {
        this.users = users;
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    /** Begins a session under a new id; an id that was there before sign-in, perhaps planted, is worth nothing after it. */
    void begin(SignedIn user, HttpServletRequest request) {
        begin(user, clock.instant().toString(), request);
    }

    /** By a passkey, which is a second factor as well. */
    void beginByPasskey(SignedIn user, HttpServletRequest request) {
        begin(user, request);
        rememberPasskey(request);
    }

    /**
     * The person proved again who they are. A session in place of the one that is there, not the same under a new id: requests that are
     * under way keep theirs with the id that they came by, and would put it back.
     */
    void renew(SignedIn user, HttpServletRequest request) {
        String begun = attribute(BEGUN, request);
        String passkey = attribute(PASSKEY, request);
        begin(user, begun == null ? clock.instant().toString() : begun, request);
        if (passkey != null) {
            request.getSession(true).setAttribute(PASSKEY, passkey);
        }
    }

    /** By a passkey, after which it is as good as one that was begun by it. */
    void renewByPasskey(SignedIn user, HttpServletRequest request) {
        renew(user, request);
        rememberPasskey(request);
    }

    /** The session saw a passkey of whoever it is of. */
    static void rememberPasskey(HttpServletRequest request) {
        request.getSession(true).setAttribute(PASSKEY, "yes");
    }

    /** Of somebody who has no passkey any more, no session is by one. */
    void forgetPasskey(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PASSKEY);
        }
    }

    private void begin(SignedIn user, String begun, HttpServletRequest request) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(USER, user.userId().toString());
        session.setAttribute(BEGUN, begun);
        session.setAttribute(PROVED, clock.instant().toString());
        session.setAttribute(SessionRows.ADDRESS, request.getRemoteAddr());
        session.setAttribute(SessionRows.BROWSER, browserOf(request));
    }

    static boolean isByPasskey(HttpServletRequest request) {
        return attribute(PASSKEY, request) != null;
    }

    /** When the person last proved who they are; null in a session that began before that was noted. */
    static @Nullable Instant provedAt(HttpServletRequest request) {
        String proved = attribute(PROVED, request);
        return proved == null ? null : Instant.parse(proved);
    }

    private static @Nullable String attribute(String name, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(name) instanceof String text ? text : null;
    }

    /** The id that the browser holds, by which its session is told from the person's others. */
    static String idOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private static String browserOf(HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "")
                .replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static SecurityContext contextOf(SignedIn user, List<GrantedAuthority> authorities) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
    }

    @Override
    @Deprecated // Spring Security asks for it and no longer calls it.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new LateContext(() -> context(request));
    }

    /** Nothing: a session begins and ends by {@link #begin} and {@link #end} alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return userOf(request).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        return userOf(request)
                .map(user -> contextOf(user, authoritiesOf(user, request)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private List<GrantedAuthority> authoritiesOf(SignedIn user, HttpServletRequest request) {
        return !isByPasskey(request) && secondFactors.isMissing(user.userId())
                ? Authorities.ofSomebodyIncomplete()
                : Authorities.bySession(user.role());
    }

    private Optional<SignedIn> userOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || BearerFilter.isBearer(request)) {
            return Optional.empty();
        }
        if (isTooOld(session)) {
            session.invalidate();
            return Optional.empty();
        }
        return session.getAttribute(USER) instanceof String id ? users.find(UUID.fromString(id)) : Optional.empty();
    }

    private boolean isTooOld(HttpSession session) {
        return session.getAttribute(BEGUN) instanceof String begun
                && Instant.parse(begun).plus(LONGEST).isBefore(clock.instant());
    }
}
