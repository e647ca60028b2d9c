package ilgam.member.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.audit.Client;
import ilgam.member.identity.exchange.Exchange;
import ilgam.member.identity.exchange.SignedToken;
import ilgam.member.identity.secret.Secret;
import ilgam.member.people.persons.People;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.Text;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.Refused;

/** The API for other parts of the system, protected by the service key. Never reachable from outside. */
@RestController
@RequestMapping("/internal")
@Hidden
class InternalApi {

    record ExchangeBody(
            @Nullable String session,
            @Nullable String token,
            @Nullable String address,
            @Verbatim @Nullable String userAgent) {}

    record PeopleBody(
            @Verbatim @Nullable List<@Nullable String> names,
            @Nullable String source,
            @Nullable UUID actor) {}

    record PeopleView(Map<String, UUID> people) {}

    private static final int MOST_NAMES = 1000;
    private static final int LONGEST_NAME = 300;

    private final Exchange exchange;
    private final People people;

    InternalApi(Exchange exchange, People people) {
        this.exchange = exchange;
        this.people = people;
    }

    @PostMapping("/exchange")
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

    @PostMapping("/people")
    PeopleView people(@RequestBody PeopleBody body) {
        var form = new Form();
        var names = form.read("/names", () -> some(body.names()));
        form.mustBeSound();
        return new PeopleView(people.known(names.value(), metadata(body)));
    }

    private static List<String> some(@Nullable List<@Nullable String> names) {
        if (names == null || names.size() > MOST_NAMES)
            throw new Invalid(
                    FieldReason.TOO_MANY_NAMES, "Between 0 and {most} names are expected.", Map.of("most", MOST_NAMES));
        return names.stream().distinct().map(InternalApi::name).toList();
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || Text.length(name) > LONGEST_NAME || name.indexOf('\0') >= 0)
            throw new Invalid(
                    CommonFieldReason.LENGTH,
                    "A person's name has {least} to {most} characters.",
                    Map.of("least", 1, "most", LONGEST_NAME));
        return name;
    }

    private static MetaData metadata(PeopleBody body) {
        var metadata = MetaData.with(Metadata.SOURCE, body.source() == null ? "import" : body.source());
        if (body.actor() != null)
            metadata = metadata.and(Metadata.ACTOR, body.actor().toString());
        var request = MDC.get(Metadata.REQUEST_ID);
        return request == null ? metadata : metadata.and(Metadata.REQUEST_ID, request);
    }
}
