package io.cloudpbx.dialing;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls that somebody wished, which no job places. */
final class DialedHouse {
    private final BeanFactory beans;
    private final JdbcClient jdbc;
    private final UUID extension = UUID.randomUUID();
    private final UUID user;

    DialedHouse(BeanFactory beans) {
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, forward_to, created_at)
                        values (?, '179', 'Dana Whitfield', '', '', '+14155550190', now())""").param(extension).update();
        user = beans.getBean(Users.class)
                .add("Dana", UUID.randomUUID() + "@example.com", null, Role.AGENT)
                .userId();
    }

    DialedCall wished(Duration ago) {
        var call = new DialedCall(
                UUID.randomUUID(),
                user,
                "Dana",
                extension,
                new PhoneNumber("+14155550190"),
                new PhoneNumber("+14155550170"),
                new PhoneNumber("+14155550148"),
                null,
                State.READY,
                Reached.IN_PROGRESS,
                7200,
                beans.getBean(Clock.class).instant().minus(ago),
                null,
                null,
                null,
                "");
        beans.getBean(DialedCallRows.class).insert(call);
        return call;
    }

    void isLeft() {
        jdbc.sql("update messaging_settings set frozen = false").update();
        jdbc.sql("delete from dialed_call where extension_id = ?")
                .param(extension)
                .update();
        jdbc.sql("delete from extension where id = ?").param(extension).update();
    }
}
