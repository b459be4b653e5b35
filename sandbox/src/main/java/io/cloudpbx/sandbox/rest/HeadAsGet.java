package io.cloudpbx.sandbox.rest;

import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/**
 * {@code HEAD} is answered as {@code GET} is, without the body, which the server leaves out by itself. The router alone
 * would answer 200 wherever there is a route, also to strangers and for what is not there.
 */
final class HeadAsGet implements Filter {
    static void register(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(handler -> {
            FilterHolder filter = new FilterHolder(new HeadAsGet());
            filter.setAsyncSupported(true);
            handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean head =
                request instanceof HttpServletRequest http && http.getMethod().equals("HEAD");
        chain.doFilter(head ? new Get((HttpServletRequest) request) : request, response);
    }

    private static final class Get extends HttpServletRequestWrapper {
        Get(HttpServletRequest head) {
            super(head);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
