package ilgam.gateway.route;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.access.Access;
import ilgam.gateway.problem.Problem;

import static org.springframework.cloud.gateway.server.mvc.common.MvcUtils.GATEWAY_REQUEST_URL_ATTR;

/**
 * Forwards a request unchanged. The handler of the framework would read the parameters first, which consumes a form's
 * body, and would encode the query again.
 */
@Component
class Forward extends ProxyExchangeHandlerFunction {

    private static final Problem BAD_URL = new Problem(
            HttpStatus.BAD_REQUEST, "bad-url", "The URL has a character or escape that is not allowed there.");

    private static final Pattern TYPED = Pattern.compile("[\\[\\]{}|^`\\\\]");

    private final ProxyExchange exchange;
    private final String serviceKey;

    Forward(
            ProxyExchange exchange,
            ObjectProvider<RequestHttpHeadersFilter> requestFilters,
            ObjectProvider<ResponseHttpHeadersFilter> responseFilters,
            @Value("${ilgam.service-key}") String serviceKey) {
        super(exchange, requestFilters, responseFilters);
        this.exchange = exchange;
        this.serviceKey = serviceKey;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var context = (URI) request.servletRequest().getAttribute(GATEWAY_REQUEST_URL_ATTR);
        return exchange.exchange(exchange.request(request)
                .uri(target(context, request.servletRequest()))
                .headers(UpstreamHeaders.headers(request.servletRequest(), Access.jwt(request), serviceKey))
                .build());
    }

    private static URI target(URI context, HttpServletRequest request) {
        var query = request.getQueryString();
        try {
            return new URI(context + request.getRequestURI() + (query == null ? "" : "?" + encoded(query)));
        } catch (URISyntaxException odd) {
            throw BAD_URL.refused();
        }
    }

    /** Encodes characters that browsers leave in a query although a URI must not have them. */
    private static String encoded(String query) {
        if (!TYPED.matcher(query).find()) return query;
        return TYPED.matcher(query)
                .replaceAll(typed -> "%"
                        + HexFormat.of().withUpperCase().toHexDigits((byte)
                                typed.group().charAt(0)));
    }
}
