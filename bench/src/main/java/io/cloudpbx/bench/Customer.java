package io.cloudpbx.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.json.JsonMapper;

/**
 * The business's web server, a program of its own: answers each path with what was {@code PUT} there, counts what it is
 * told, and tells the counts at {@value #COUNTS}. Ends when its standard input does.
 */
final class Customer {
    static final String COUNTS = "/counts";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATUS = "MessageStatus=";

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    private Customer() {}

    /** Says its port on the first line. */
    static void run() throws IOException {
        Customer customer = new Customer();
        HttpServer server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setSocketConfig(SocketConfig.custom()
                        .setBacklogSize(4096)
                        .setSoTimeout(Timeout.DISABLED)
                        .build())
                .setRequestRouter((request, context) -> customer::answer)
                .create();
        server.start();
        System.out.println(server.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop();
        System.exit(0);
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        String path = request.getPath();
        byte[] body = body(request.getEntity());
        if (request.getMethod().equals("PUT")) {
            documents.put(path, body);
            response.setCode(204);
        } else if (path.equals(COUNTS)) {
            response.setEntity(new ByteArrayEntity(JSON.writeValueAsBytes(counts), ContentType.APPLICATION_JSON));
        } else {
            count(path, new String(body, StandardCharsets.UTF_8));
            byte[] document = documents.get(path);
            response.setCode(document == null ? 204 : 200);
            response.setEntity(document == null ? null : new ByteArrayEntity(document, ContentType.APPLICATION_XML));
        }
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    }

    private void count(String path, String form) {
        tick(path);
        int status = form.indexOf(STATUS);
        if (status >= 0) {
            int end = form.indexOf('&', status);
            tick(form.substring(status + STATUS.length(), end < 0 ? form.length() : end));
        }
    }

    private void tick(String what) {
        counts.computeIfAbsent(what, any -> new LongAdder()).increment();
    }
}
