package io.cloudpbx.carrier.twilio;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link CarrierTexts} by twilio-java. */
@Component
final class TwilioTexts implements CarrierTexts {
    private static final long PAGE = 200L;
    private static final long LARGEST_PAGE = 1_000L;
    private static final int MOST_SENT = 200;
    private static final long LARGEST_MEDIA = 10L * 1024 * 1024;

    private final TwilioRestClient client;
    private final Download downloads;

    TwilioTexts(TwilioRestClient client, Download downloads) {
        this.client = client;
        this.downloads = downloads;
    }

    @Override
    public CarrierText send(TextOrder order) {
        var creator = Message.creator(twilio(order.to()), twilio(order.from()), order.body())
                .setStatusCallback(URI.create(order.statusCallback()))
                .setValidityPeriod((int) order.validity().toSeconds());
        if (!order.media().isEmpty()) {
            creator.setMediaUrl(order.media());
        }
        return TwilioRefusal.asking(() -> toText(creator.create(client)));
    }

    private static com.twilio.type.PhoneNumber twilio(PhoneNumber number) {
        return new com.twilio.type.PhoneNumber(number.e164());
    }

    @Override
    public Optional<CarrierText> text(CarrierId id) {
        try {
            return Optional.of(TwilioRefusal.asking(
                    () -> toText(Message.fetcher(id.value()).fetch(client))));
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public List<CarrierText> sentBetween(PhoneNumber from, PhoneNumber to) {
        var reader = Message.reader().setFrom(twilio(from)).setTo(twilio(to)).setPageSize(PAGE);
        return read(reader, message -> message.getDirection() != Message.Direction.INBOUND, MOST_SENT);
    }

    @Override
    public int sentFrom(
            PhoneNumber from, Instant since, Instant before, int requests, Consumer<List<CarrierText>> read) {
        var reader = Message.reader()
                .setFrom(twilio(from))
                .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                .setDateSentBefore(before.atZone(ZoneOffset.UTC))
                .setPageSize(LARGEST_PAGE);
        return pages(reader, requests, page -> {
            read.accept(outgoing(page));
            return true;
        });
    }

    @Override
    public void madeFrom(PhoneNumber from, Instant since, Consumer<List<CarrierText>> read) {
        var reader = Message.reader().setFrom(twilio(from)).setPageSize(LARGEST_PAGE);
        pages(reader, Integer.MAX_VALUE, page -> {
            List<Message> wanted =
                    page.stream().filter(message -> isSince(message, since)).toList();
            read.accept(outgoing(wanted));
            return !wanted.isEmpty();
        });
    }

    private static boolean isSince(Message message, Instant since) {
        ZonedDateTime made = message.getDateCreated();
        return made == null || !made.toInstant().isBefore(since);
    }

    private static List<CarrierText> outgoing(List<Message> page) {
        return page.stream()
                .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                .map(TwilioTexts::toText)
                .toList();
    }

    /** @param more is given each page, and says whether older ones are wanted. @return how many were asked for */
    private int pages(Reader<Message> reader, int requests, Predicate<List<Message>> more) {
        Page<Message> page = null;
        for (int made = 1; ; made++) {
            Page<Message> last = page;
            page = TwilioRefusal.asking(() -> last == null ? reader.firstPage(client) : reader.nextPage(last, client));
            if (!more.test(page.getRecords()) || !page.hasNextPage() || made == requests) {
                return made;
            }
        }
    }

    @Override
    public List<CarrierText> receivedSince(Instant since, int most) {
        var reader =
                Message.reader().setDateSentAfter(since.atZone(ZoneOffset.UTC)).setPageSize(LARGEST_PAGE);
        return read(reader, message -> message.getDirection() == Message.Direction.INBOUND, most);
    }

    private List<CarrierText> read(Reader<Message> reader, Predicate<Message> wanted, int most) {
        return TwilioRefusal.asking(() -> {
            var found = new ArrayList<CarrierText>();
            Page<Message> page = reader.firstPage(client);
            while (true) {
                page.getRecords().stream()
                        .filter(wanted)
                        .limit(most - found.size())
                        .map(TwilioTexts::toText)
                        .forEach(found::add);
                if (!page.hasNextPage() || found.size() >= most) {
                    return found;
                }
                page = reader.nextPage(page, client);
            }
        });
    }

    private static CarrierText toText(Message message) {
        return new CarrierText(
                new CarrierId(message.getSid()),
                message.getFrom() == null ? "" : message.getFrom().toString(),
                Objects.requireNonNullElse(message.getTo(), ""),
                Objects.requireNonNullElse(message.getBody(), ""),
                number(message.getNumMedia()),
                MessageStatus.reported(String.valueOf(message.getStatus())).orElse(null),
                Objects.requireNonNullElse(message.getErrorCode(), 0),
                message.getDateCreated() == null
                        ? null
                        : message.getDateCreated().toInstant());
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public List<CarrierId> mediaOf(CarrierId text) {
        return TwilioRefusal.asking(
                () -> Media.reader(text.value()).setPageSize(50L).firstPage(client).getRecords().stream()
                        .map(media -> new CarrierId(media.getSid()))
                        .toList());
    }

    @Override
    public String downloadMedia(CarrierId text, CarrierId media, Path target) {
        return downloads
                .download("Messages/" + text.value() + "/Media/" + media.value(), target, LARGEST_MEDIA)
                .contentType();
    }
}
