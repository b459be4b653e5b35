package io.cloudpbx.sandbox.state;

import java.util.List;
import java.util.Optional;

/** The messaging services of all accounts and the numbers in their pools. */
public final class MessagingServices {
    private final CarrierState state;
    private final Table<MessagingService> services;
    private final Table<PoolMember> members;

    MessagingServices(CarrierState state) {
        this.state = state;
        this.services = state.table("messaging-service", MessagingService.class);
        this.members = state.table("messaging-service-number", PoolMember.class);
    }

    public Optional<MessagingService> find(String sid) {
        return services.get(sid);
    }

    /** All services, oldest first. */
    public List<MessagingService> all() {
        return services.all();
    }

    public void save(MessagingService service) {
        services.put(service.sid(), service);
    }

    /** Ends a service; the numbers of its pool stay bought and are free for another one. */
    public synchronized void delete(MessagingService service) {
        members(service.sid()).forEach(member -> members.remove(member.numberSid()));
        services.remove(service.sid());
    }

    /** The service in whose pool this bought number is, by its E.164 form. */
    public Optional<MessagingService> ofNumber(String e164) {
        return state.number(e164)
                .flatMap(number -> member(number.sid()))
                .map(PoolMember::serviceSid)
                .flatMap(services::get);
    }

    /** The numbers of a pool, in the order in which they were added. */
    public List<IncomingNumber> pool(String serviceSid) {
        return members(serviceSid).stream()
                .flatMap(member -> state.numberBySid(member.numberSid()).stream())
                .toList();
    }

    /** A pool's members, in the order in which they were added. */
    public List<PoolMember> members(String serviceSid) {
        return members.all().stream()
                .filter(member -> member.serviceSid().equals(serviceSid))
                .toList();
    }

    /** The place of a number, by the number's SID. */
    public Optional<PoolMember> member(String numberSid) {
        return members.get(numberSid);
    }

    /** Puts a number into a pool; when it is in one already, that place is returned and nothing changes. */
    public synchronized Optional<PoolMember> add(PoolMember member) {
        Optional<PoolMember> before = member(member.numberSid());
        if (before.isEmpty()) {
            members.put(member.numberSid(), member);
        }
        return before;
    }

    /** Takes a number out of its pool, if it is in one. */
    public synchronized void removeNumber(String numberSid) {
        if (member(numberSid).isPresent()) {
            members.remove(numberSid);
        }
    }
}
