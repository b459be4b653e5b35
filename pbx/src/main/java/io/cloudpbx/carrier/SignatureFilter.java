package io.cloudpbx.carrier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a webhook through only with the carrier's valid signature; a forged one meets no controller and writes nothing (T1). */
final class SignatureFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureFilter.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final WebhookSignature signature;
    private final PublicUrl publicUrl;

    SignatureFilter(WebhookSignature signature, PublicUrl publicUrl) {
        this.signature = signature;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "body over 64 KiB");
            return;
        }
        Optional<Map<String, String>> form = WebhookBody.parse(body);
        if (form.isEmpty() || !isSigned(request, form.get())) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "no valid signature");
            return;
        }
        request.setAttribute(WebhookForm.ATTRIBUTE, new WebhookForm(form.get()));
        chain.doFilter(request, response);
    }

    private boolean isSigned(HttpServletRequest request, Map<String, String> form) {
        return signedUrls(request).stream()
                .anyMatch(url -> signature.matches(request.getHeader("X-Twilio-Signature"), url, form));
    }

    /**
     * The raw request target, undecoded, under our configured public URL. A WebSocket is signed as such, by some deployments with a
     * slash at its end ({@code twilio.md} section 4).
     */
    private List<String> signedUrls(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                ? List.of(publicUrl.ofSocket(target), publicUrl.ofSocket(target) + "/")
                : List.of(publicUrl.of(target));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why) {
        LOG.warn("Webhook refused ({}): {} from {}", why, LogText.of(request.getRequestURI()), request.getRemoteAddr());
        response.setStatus(status);
    }
}
