package io.cloudpbx.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything the carrier remembers. A change is on disk when the method that makes it returns, so what the carrier has
 * acknowledged is there after a restart, also after {@code kill -9}.
 */
public final class CarrierState implements AutoCloseable {
    private static final Map<String, Account> ACCOUNTS = accounts(
            new Account(Account.BUSINESS_SID, "sandbox", "Business"),
            new Account(Account.OUTSIDE_SID, "sandbox", "The outside world"));

    private final Journal journal;
    private final MediaFiles media;
    private final MediaFiles attachments;
    private final Table<IncomingNumber> numbers;
    private final Table<Call> calls;
    private final Table<Recording> recordings;
    private final Table<Transcription> transcriptions;
    private final CallTokens callTokens;
    private final MessagingServices messagingServices;
    private final SenderRegistrations senderRegistrations;
    private final ApiKeys apiKeys;
    private final Applications applications;
    private final Addresses addresses;
    private final CallerIds callerIds;
    private final CarrierTime carrierTime;
    private final DialingPermissions dialingPermissions;
    private final Map<String, IncomingNumber> byPhoneNumber = new ConcurrentHashMap<>();

    private CarrierState(Journal journal, @Nullable Path mediaFolder) {
        this.journal = journal;
        this.media = new MediaFiles(mediaFolder, ".wav");
        this.attachments = new MediaFiles(mediaFolder, ".bin");
        this.numbers = journal.table("number", IncomingNumber.class);
        this.calls = journal.table("call", Call.class);
        this.recordings = journal.table("recording", Recording.class);
        this.transcriptions = journal.table("transcription", Transcription.class);
        this.callTokens = new CallTokens(this);
        this.messagingServices = new MessagingServices(this);
        this.senderRegistrations = new SenderRegistrations(this, messagingServices);
        this.apiKeys = new ApiKeys(this);
        this.applications = new Applications(this);
        this.addresses = new Addresses(this);
        this.callerIds = new CallerIds(this);
        this.carrierTime = new CarrierTime(this);
        this.dialingPermissions = new DialingPermissions(this);
        numbers.all().forEach(number -> byPhoneNumber.put(number.phoneNumber(), number));
    }

    /** Remembers in this folder, which is made when it is not there. */
    public static CarrierState open(Path folder) {
        try {
            Path mediaFolder = Files.createDirectories(folder.resolve("media"));
            return new CarrierState(Journal.open(folder.resolve("journal.jsonl")), mediaFolder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used", e);
        }
    }

    /** Forgets everything with the process. */
    public static CarrierState inMemory() {
        return new CarrierState(Journal.inMemory(), null);
    }

    /** A table of another package's own kind, journalled like the rest. To be asked for once per kind. */
    public <T> Table<T> table(String kind, Class<T> type) {
        return journal.table(kind, type);
    }

    public Optional<Account> findAccount(String sid) {
        return Optional.ofNullable(ACCOUNTS.get(sid));
    }

    /** @throws NoSuchElementException when there is no such account */
    public Account account(String sid) {
        return findAccount(sid).orElseThrow(() -> new NoSuchElementException("No account " + sid));
    }

    /** The number by its E.164 form, when any account has bought it. */
    public Optional<IncomingNumber> number(String e164) {
        return Optional.ofNullable(byPhoneNumber.get(e164));
    }

    public Optional<IncomingNumber> numberBySid(String sid) {
        return numbers.get(sid);
    }

    /** All bought numbers, oldest first. */
    public List<IncomingNumber> numbers() {
        return numbers.all();
    }

    /** The account that bought the number; every other number belongs to the outside world. */
    public Account ownerOf(String e164) {
        return account(number(e164).map(IncomingNumber::accountSid).orElse(Account.OUTSIDE_SID));
    }

    /** Sells a number; false when somebody has it already. */
    public boolean buy(IncomingNumber number) {
        if (byPhoneNumber.putIfAbsent(number.phoneNumber(), number) != null) {
            return false;
        }
        numbers.put(number.sid(), number);
        return true;
    }

    /** Changes the settings of a bought number. */
    public void save(IncomingNumber number) {
        numbers.put(number.sid(), number);
        byPhoneNumber.put(number.phoneNumber(), number);
    }

    /** Gives a number back; it can be bought again. */
    public void release(IncomingNumber number) {
        messagingServices.removeNumber(number.sid());
        senderRegistrations.forget(number);
        numbers.remove(number.sid());
        byPhoneNumber.remove(number.phoneNumber());
    }

    public DialingPermissions dialingPermissions() {
        return dialingPermissions;
    }

    public CallTokens callTokens() {
        return callTokens;
    }

    public MessagingServices messagingServices() {
        return messagingServices;
    }

    public SenderRegistrations senderRegistrations() {
        return senderRegistrations;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public Applications applications() {
        return applications;
    }

    public Addresses addresses() {
        return addresses;
    }

    public CallerIds callerIds() {
        return callerIds;
    }

    public CarrierTime carrierTime() {
        return carrierTime;
    }

    public void save(Call call) {
        calls.put(call.sid(), call);
    }

    public Optional<Call> call(String sid) {
        return calls.get(sid);
    }

    /** All calls, oldest first. */
    public List<Call> calls() {
        return calls.all();
    }

    public void delete(Call call) {
        calls.remove(call.sid());
    }

    public void save(Recording recording) {
        recordings.put(recording.sid(), recording);
    }

    public Optional<Recording> recording(String sid) {
        return recordings.get(sid);
    }

    /** All recordings, oldest first. */
    public List<Recording> recordings() {
        return recordings.all();
    }

    public void save(Transcription transcription) {
        transcriptions.put(transcription.sid(), transcription);
    }

    public Optional<Transcription> transcription(String sid) {
        return transcriptions.get(sid);
    }

    /** All transcriptions, oldest first. */
    public List<Transcription> transcriptions() {
        return transcriptions.all();
    }

    /** Keeps a recording's WAV; to be called before the recording is saved as completed. */
    public void storeMedia(String recordingSid, byte[] wav) {
        media.store(recordingSid, wav);
    }

    public Optional<byte[]> media(String recordingSid) {
        return media.load(recordingSid);
    }

    public void deleteMedia(String recordingSid) {
        media.delete(recordingSid);
    }

    /** Keeps what is attached to a text; to be called before the text is saved. */
    public void storeAttachment(String mediaSid, byte[] bytes) {
        attachments.store(mediaSid, bytes);
    }

    public Optional<byte[]> attachment(String mediaSid) {
        return attachments.load(mediaSid);
    }

    public void deleteAttachment(String mediaSid) {
        attachments.delete(mediaSid);
    }

    @Override
    public void close() {
        journal.close();
    }

    private static Map<String, Account> accounts(Account... accounts) {
        Map<String, Account> bySid = new LinkedHashMap<>();
        for (Account account : accounts) {
            bySid.put(account.sid(), account);
        }
        return Map.copyOf(bySid);
    }
}
