package io.cloudpbx.access.web;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.account.Secret;
import io.cloudpbx.access.store.ForgivingTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database (S1): 256-bit ids, of which only the hash is stored, and attributes that are plain text. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Duration IDLE = Duration.ofHours(8);
    /** The hash of the id that the browser sent. */
    private static final String HASHED = "encode(sha256(convert_to(?, 'UTF8')), 'hex')";

    @Bean
    CookieSerializer cookieSerializer(AccessSettings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        // A browser takes a __Host- cookie over https only, and then from this very host alone.
        cookie.setCookieName(settings.overHttps() ? "__Host-CLOUDPBX" : "CLOUDPBX_SESSION");
        cookie.setUseSecureCookie(settings.overHttps());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> hashedSessionIds() {
        return sessions -> {
            sessions.setSessionIdGenerator(() -> Secret.fresh().text());
            sessions.setDefaultMaxInactiveInterval(IDLE);
            sessions.setCreateSessionQuery("""
                    insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                        max_inactive_interval, expiry_time, principal_name)
                    values (?, %s, ?, ?, ?, ?, ?)""".formatted(HASHED));
            sessions.setGetSessionQuery("""
                    select s.primary_id, sent.id as session_id, s.creation_time, s.last_access_time,
                        s.max_inactive_interval, a.attribute_name, a.attribute_bytes
                    from (select ?::text as id) sent
                    join spring_session s on s.session_id = encode(sha256(convert_to(sent.id, 'UTF8')), 'hex')
                    left join spring_session_attributes a on a.session_primary_id = s.primary_id""");
            sessions.setUpdateSessionQuery("""
                    update spring_session set session_id = %s, last_access_time = ?, max_inactive_interval = ?,
                        expiry_time = ?, principal_name = ?
                    where primary_id = ?""".formatted(HASHED));
            sessions.setDeleteSessionQuery(
                    "delete from spring_session where session_id = %s and max_inactive_interval >= 0"
                            .formatted(HASHED));
        };
    }

    /**
     * A session that cannot be prolonged is one still, so that whoever is signed in can call for help while the database takes nothing
     * (C35). Nobody else is given it, as its name is the only way to it.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager manager) {
        var transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new ForgivingTransactions(transactions);
    }

    /** Attributes are text, so that nothing read from the database is ever turned into objects of its choosing (T13). */
    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, value -> {
            if (value instanceof String text) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            throw new IllegalArgumentException("A session holds text only, not a " + value.getClass());
        });
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }
}
