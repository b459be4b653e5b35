package io.cloudpbx.contacts;

import io.cloudpbx.contacts.ContactImport.Remark;
import io.cloudpbx.contacts.csv.CsvFile;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people who opted out elsewhere (C8): all of a file's numbers, or none when it fails. */
@Service
public class OptOutFiles {
    private static final Set<String> NUMBER = Set.of("number", "phone", "phone number", "mobile", "e164");
    private static final Set<String> WORDS = Set.of("words", "quote", "reason");

    private final OptOuts optOuts;

    OptOutFiles(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /**
     * What became of a file.
     *
     * @param already numbers that were opted out before
     * @param refused rows whose number cannot be read
     */
    public record Report(int added, int already, List<Remark> refused) {}

    /**
     * Opts out every number of the file, which has a column named Number or Phone.
     *
     * @param reference the file's name
     * @throws Problem {@code not_utf8}, or {@code invalid_fields} for {@code file}
     */
    @Transactional
    public Report run(byte[] content, String reference, String by) {
        var file = CsvFile.of(content);
        int number = column(file, NUMBER);
        int words = column(file, WORDS);
        if (number < 0) {
            throw Problem.invalid("file", "no_number", "has no column that is named Number or Phone");
        }
        int added = 0;
        int rows = 0;
        List<Remark> refused = new ArrayList<>();
        try (var lines = file.rows()) {
            for (var row : (Iterable<CsvFile.Row>) lines::iterator) {
                rows++;
                var found = PhoneNumber.written(row.cell(number));
                if (found.isEmpty()) {
                    refused.add(new Remark(row.line(), "not_a_phone_number", "This is not a phone number."));
                } else {
                    String quote = words < 0 ? "" : shortened(row.cell(words));
                    added += optOuts.optOut(found.get(), new Evidence(Source.IMPORT, quote, reference, by)) ? 1 : 0;
                }
            }
        }
        return new Report(added, rows - refused.size() - added, refused);
    }

    private static int column(CsvFile file, Set<String> names) {
        for (int column = 0; column < file.columns().size(); column++) {
            if (names.contains(file.columns().get(column).toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        return -1;
    }

    private static String shortened(String words) {
        String kept = words.replace("\0", "");
        return kept.substring(0, Math.min(kept.length(), Limits.REASON));
    }
}
