package ilgam.member.identity.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.audit.Client;
import ilgam.member.identity.exchange.Exchange;
import ilgam.member.identity.exchange.SignedToken;
import ilgam.member.identity.secret.Secret;
import ilgam.member.web.Form;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.Refused;

/** Exchanges a secret for a signed token, for the gateway. Protected by the service key; never reachable from outside. */
@RestController
@Hidden
class ExchangeApi {

    record ExchangeBody(
            @Nullable String session,
            @Nullable String token,
            @Nullable String address,
            @Verbatim @Nullable String userAgent) {}

    private final Exchange exchange;

    ExchangeApi(Exchange exchange) {
        this.exchange = exchange;
    }

    @PostMapping("/internal/exchange")
    SignedToken exchange(@RequestBody ExchangeBody body) {
        var client = new Client(body.address(), body.userAgent());
        var signed = body.session() != null
                ? exchange.ofSession(new Secret(body.session()), client)
                : exchange.ofAccessToken(new Secret(Form.given(body.token(), "A session or a token is required.")));
        return signed.orElseThrow(() -> new Refused(
                HttpStatus.UNAUTHORIZED,
                CommonReason.NOT_LOGGED_IN,
                "The log-in has ended or the access token is not valid."));
    }
}
