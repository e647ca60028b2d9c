package ilgam.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import ilgam.gateway.trace.Trace;

/**
 * What the member context is told about a client besides its credential. Event streams use it after their request
 * ended.
 */
record ClientInfo(String address, @Nullable String agent, Trace trace) {

    private static final int LONGEST = 200;

    static ClientInfo of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent != null && agent.length() > LONGEST) agent = agent.substring(0, LONGEST);
        return new ClientInfo(request.getRemoteAddr(), agent, Trace.of(request));
    }
}
