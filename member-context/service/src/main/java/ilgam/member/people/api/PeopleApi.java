package ilgam.member.people.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.people.persons.People;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.web.Form;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.text.Text;
import ilgam.starter.text.Verbatim;

/** The persons whom an import names, for the work context. Protected by the service key; never reachable from outside. */
@RestController
@Hidden
class PeopleApi {

    record PeopleBody(
            @Verbatim @Nullable List<@Nullable String> names,
            @Nullable String source,
            @Nullable UUID actor) {}

    record PeopleView(Map<String, UUID> people) {}

    private static final int MOST_NAMES = 1000;
    private static final int LONGEST_NAME = 300;

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    @PostMapping("/internal/people")
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
        return names.stream().distinct().map(PeopleApi::name).toList();
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
