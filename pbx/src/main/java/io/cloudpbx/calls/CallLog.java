package io.cloudpbx.calls;

import io.cloudpbx.calls.CallFilter.Direction;
import io.cloudpbx.calls.CallFilter.Meant;
import io.cloudpbx.calls.store.LogRows;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.SearchText;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.listing.Stretch;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All calls there were, newest first, and those that somebody looks for. */
@Component
public class CallLog {
    /** More than anybody would read through; whoever is met by more has to say more. */
    private static final int MOST_PEOPLE = 500;

    private final LogRows rows;
    private final CallViews views;
    private final Contacts contacts;
    private final Extensions extensions;
    private final Settings settings;
    private final List<CallsElsewhere> elsewhere;

    CallLog(
            LogRows rows,
            CallViews views,
            Contacts contacts,
            Extensions extensions,
            Settings settings,
            List<CallsElsewhere> elsewhere) {
        this.rows = rows;
        this.views = views;
        this.contacts = contacts;
        this.extensions = extensions;
        this.settings = settings;
        this.elsewhere = elsewhere;
    }

    /** What a query means, once for all of its pages. */
    public CallFilter filter(CallQuery query) {
        ZoneId zone = settings.current().timeZone();
        LocalDate from = query.from();
        LocalDate to = query.to();
        return new CallFilter(
                query.direction(),
                query.outcome(),
                query.ext() == null ? null : extensions(each -> each.ext().equals(query.ext())),
                query.number(),
                query.recorded(),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                query.words().isBlank() ? null : meant(query.words().strip()));
    }

    private Meant meant(String words) {
        String digits = SearchText.digits(words);
        if (!digits.isEmpty()) {
            return new Meant(digits, List.of(), extensions(each -> each.ext().equals(digits)));
        }
        return new Meant("", people(words), extensions(each -> SearchText.meets(each.name(), words)));
    }

    private List<PhoneNumber> people(String words) {
        List<UUID> found = contacts.matching(words, MOST_PEOPLE + 1);
        if (found.size() > MOST_PEOPLE) {
            throw Problem.invalid("q", "too_many_people", "is met by more than 500 contacts: type more of the name");
        }
        return contacts.byIds(found).values().stream()
                .flatMap(contact -> contact.numbers().stream())
                .toList();
    }

    private List<UUID> extensions(Predicate<Extension> wanted) {
        return extensions.all().stream().filter(wanted).map(Extension::id).toList();
    }

    /** With less than a full page there may yet be a next one: a look into the log is bounded. */
    @Transactional(readOnly = true)
    public Page<CallView> page(CallFilter filter, @Nullable Cursor after, int limit) {
        List<Stretch<CallView>> looks = new ArrayList<>();
        if (filter.wants(Direction.INBOUND)) {
            looks.add(rows.newest(filter, after, limit + 1).as(views::show));
        }
        if (filter.wants(Direction.OUTBOUND)) {
            elsewhere.forEach(others -> looks.add(others.newest(filter, after, limit + 1)));
        }
        return Stretch.merged(looks, limit, call -> new Cursor(call.startedAt(), call.id()));
    }

    /** Why each of these stands as it does, from the last step that was taken; calls that others keep say so themselves. */
    public Map<UUID, String> reasons(Collection<UUID> ids) {
        return rows.reasons(ids);
    }
}
