package io.cloudpbx.demo;

import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A dental practice in San Francisco: six extensions with local numbers, and a front desk that answers 0. */
@Component
@ConditionalOnProperty("cloudpbx.demo")
class HarborDental {
    private static final Logger LOG = LoggerFactory.getLogger(HarborDental.class);

    private static final List<Person> STAFF = List.of(
            new Person("101", "Dana Whitfield", "Owner", "dana", "+14155550190", "415"),
            new Person("102", "Dr. Marcus Cole", "Dentist", "marcus", "+14155550191", "415"),
            new Person("103", "Priya Raman", "Reception", "priya", "+14155550192", "415"),
            new Person("104", "Luis Ortega", "Billing", "luis", "+16285550177", "628"),
            new Person("105", "Hannah Brooks", "Hygienist", "hannah", null, "415"),
            new Person("110", "Front Desk", "Reception", "hello", "+14155550199", "415"));

    private final Settings settings;
    private final Extensions extensions;
    private final HarborKnowledge knowledge;

    HarborDental(Settings settings, Extensions extensions, HarborKnowledge knowledge) {
        this.settings = settings;
        this.extensions = extensions;
        this.knowledge = knowledge;
    }

    /** Somebody on the staff; without a mobile phone their calls go straight to voicemail. */
    private record Person(
            String ext,
            String name,
            String department,
            String mailbox,
            @Nullable String mobile,
            String areaCode) {
        ExtensionDetails details() {
            var forwardTo = mobile == null ? null : new PhoneNumber(mobile);
            return new ExtensionDetails(ext, name, department, mailbox + "@harbordental.example", List.of(), forwardTo);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void openOnce() {
        var present = settings.current();
        if (present.version() > 1 || !extensions.all().isEmpty()) {
            return;
        }
        LOG.info("progress: Setting up Harbor Dental with {} extensions", STAFF.size());
        STAFF.forEach(person -> extensions.add(person.details(), person.areaCode()));
        settings.change(
                new CompanySettings("Harbor Dental", ZoneId.of("America/Los_Angeles"), "110", present.version()));
        knowledge.tell();
    }
}
