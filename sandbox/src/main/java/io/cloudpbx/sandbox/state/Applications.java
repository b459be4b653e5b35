package io.cloudpbx.sandbox.state;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The applications of all accounts, and which of them answer for which number. */
public final class Applications {
    private final CarrierState state;
    private final Table<Application> applications;

    Applications(CarrierState state) {
        this.state = state;
        this.applications = state.table("application", Application.class);
    }

    public void save(Application application) {
        applications.put(application.sid(), application);
    }

    /** The application with this SID, when it is the account's own. */
    public Optional<Application> find(String accountSid, @Nullable String sid) {
        return sid == null
                ? Optional.empty()
                : applications
                        .get(sid)
                        .filter(application -> application.accountSid().equals(accountSid));
    }

    /** All applications, oldest first. */
    public List<Application> all() {
        return applications.all();
    }

    /** Numbers that referred to it fall back on their own URLs. */
    public void delete(Application application) {
        state.numbers().stream()
                .filter(number -> number.links().refersTo(application.sid()))
                .forEach(number -> state.save(number.with(number.links().withoutApplication(application.sid()))));
        applications.remove(application.sid());
    }

    /** The application that answers calls to the number. */
    public Optional<Application> ofCallsTo(IncomingNumber number) {
        return find(number.accountSid(), number.links().voiceApplicationSid());
    }

    /** Where calls to the number are answered: an application wins over the number's own URLs. */
    public Hook voiceOf(IncomingNumber number) {
        return ofCallsTo(number).map(Application::voice).orElse(number.voice());
    }

    /** Where texts to the number are answered: an application wins over the number's own URLs. */
    public Hook smsOf(IncomingNumber number) {
        return find(number.accountSid(), number.links().smsApplicationSid())
                .map(Application::sms)
                .orElse(number.sms());
    }
}
