package ilgam.gateway.access;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Drops all cached tokens after a request that may have taken rights away: a log-out, a new password, a role, a
 * deactivation or a revoked token. Such changes are rare, and another exchange is cheap.
 */
@Component
public final class ExchangeCacheEviction implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final Exchange exchange;

    ExchangeCacheEviction(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var answer = next.handle(request);
        if (answer.statusCode().is2xxSuccessful() && !OpenToAll.takesNoRights(request.servletRequest()))
            exchange.evictAll();
        return answer;
    }
}
