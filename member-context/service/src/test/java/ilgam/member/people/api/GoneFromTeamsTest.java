package ilgam.member.people.api;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.AddToTeam;
import ilgam.member.people.team.TeamCommand.FormTeam;
import ilgam.member.people.team.TeamName;
import ilgam.member.test.AtOnce;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.starter.messaging.Commands;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Erased and merged people are in no team. */
@RunningMember
class GoneFromTeamsTest {

    private final ServiceClient service;
    private final JdbcClient db;
    private final Commands commands;

    private UUID ada = new UUID(0, 0);
    private UUID person = new UUID(0, 0);

    GoneFromTeamsTest(@LocalServerPort int port, @Autowired JdbcClient db, @Autowired Commands commands) {
        this.service = new ServiceClient(port);
        this.db = db;
        this.commands = commands;
    }

    @BeforeEach
    void adaAndAKnownPersonAreThere() {
        if (!db.sql("select exists (select from founder)").query(Boolean.class).single())
            service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
        ada = service.somebody("Ada").id();
        person = announced();
    }

    @Test
    void the_member_a_person_was_merged_into_takes_their_place() {
        var lin = announced();
        var team = formedBy(lin);
        join(team, person);

        merge(person, ada);

        awaitTeam(team, List.of(lin, ada), List.of(lin));
    }

    @Test
    void a_member_who_is_already_in_the_team_is_in_it_once() {
        var lin = announced();
        var team = formedBy(lin);
        join(team, person);
        join(team, ada);

        merge(person, ada);

        awaitTeam(team, List.of(lin, ada), List.of(lin));
    }

    @Test
    void the_member_a_lead_was_merged_into_leads() {
        var team = formedBy(person);

        merge(person, ada);

        awaitTeam(team, List.of(ada), List.of(ada));
    }

    @Test
    void a_teammate_the_lead_was_merged_into_leads() {
        var team = formedBy(person);
        join(team, ada);

        merge(person, ada);

        awaitTeam(team, List.of(ada), List.of(ada));
    }

    @Test
    void a_lead_stays_lead_when_a_teammate_is_merged_into_them() {
        var team = formedBy(ada);
        join(team, person);

        merge(person, ada);

        awaitTeam(team, List.of(ada), List.of(ada));
    }

    @Test
    void the_member_is_replaced_in_every_team() {
        var lin = announced();
        var one = formedBy(person);
        var other = formedBy(lin);
        join(other, person);

        merge(person, ada);

        awaitTeam(one, List.of(ada), List.of(ada));
        awaitTeam(other, List.of(lin, ada), List.of(lin));
    }

    @Test
    void a_person_who_joins_after_a_chain_of_mergers_is_replaced_by_its_last_member() {
        var lin = announced();
        var team = formedBy(lin);
        var between = announced();
        merge(person, between);
        merge(between, ada);

        commands.send(new AddToTeam(new TeamId(team), new MemberId(person)), MetaData.emptyInstance());

        awaitTeam(team, List.of(lin, ada), List.of(lin));
    }

    @Test
    void a_member_who_joins_after_their_erasure_is_removed() {
        var lin = announced();
        var team = formedBy(lin);
        erase(person);

        commands.send(new AddToTeam(new TeamId(team), new MemberId(person)), MetaData.emptyInstance());

        await().untilAsserted(() -> assertThat(version(team)).isEqualTo(2));
        awaitTeam(team, List.of(lin), List.of(lin));
    }

    @Test
    void a_team_created_for_an_erased_member_is_disbanded() {
        var team = UUID.randomUUID();
        erase(person);

        commands.send(
                new FormTeam(new TeamId(team), TeamName.typed("Ghosts"), new MemberId(person)),
                MetaData.emptyInstance());

        await().untilAsserted(() -> assertThat(events(team)).isEqualTo(2));
        await().untilAsserted(() -> assertThat(shown(team).status()).isEqualTo(404));
    }

    @Test
    void a_team_created_for_a_merged_person_is_led_by_the_other_member() {
        var team = UUID.randomUUID();
        merge(person, ada);

        commands.send(
                new FormTeam(new TeamId(team), TeamName.typed("Late"), new MemberId(person)), MetaData.emptyInstance());

        awaitTeam(team, List.of(ada), List.of(ada));
    }

    @Test
    void a_member_who_joins_and_is_erased_concurrently_is_in_no_team() {
        var team = formedBy(ada);
        var persons = IntStream.range(0, 8).mapToObj(n -> announced()).toList();

        AtOnce.call(persons.stream()
                .flatMap(one -> Stream.of(
                        () -> service.put("/api/teams/" + team + "/members/" + one, "", admin()),
                        () -> service.delete("/api/members/" + one, admin()))));

        awaitTeam(team, List.of(ada), List.of(ada));
    }

    private void awaitTeam(UUID team, List<UUID> members, List<UUID> leads) {
        await().untilAsserted(() -> {
            assertThat(ids(shown(team), "/members", "/member")).containsExactlyInAnyOrderElementsOf(members);
            assertThat(ids(shown(team), "/leads", "")).containsExactlyInAnyOrderElementsOf(leads);
        });
    }

    private static List<UUID> ids(ServiceClient.Answer team, String list, String field) {
        return team.body()
                .at(list)
                .valueStream()
                .map(item -> UUID.fromString(item.at(field).asString()))
                .toList();
    }

    private ServiceClient.Answer shown(UUID team) {
        return service.get("/api/teams/" + team, admin());
    }

    private long version(UUID team) {
        return shown(team).body().at("/version").asLong();
    }

    private static long events(UUID team) {
        return JdbcClient.create(RunningMember.Databases.SHARED.eventStore())
                .sql("select count(*) from domain_event where aggregate_identifier = ?")
                .param(team.toString())
                .query(Long.class)
                .single();
    }

    private UUID formedBy(UUID lead) {
        var body = "{\"name\": \"Team %s\", \"lead\": \"%s\"}".formatted(UUID.randomUUID(), lead);
        return UUID.fromString(service.post("/api/teams", body, admin()).text("/id"));
    }

    private void join(UUID team, UUID member) {
        service.put("/api/teams/" + team + "/members/" + member, "", admin());
    }

    private void merge(UUID one, UUID into) {
        service.put("/api/members/" + one + "/merger", "{\"into\": \"%s\"}".formatted(into), admin());
    }

    private void erase(UUID member) {
        service.delete("/api/members/" + member, admin());
    }

    private UUID announced() {
        var name = "person-" + UUID.randomUUID();
        var answer = service.post("/internal/people", "{\"names\": [\"%s\"]}".formatted(name));
        return UUID.fromString(answer.text("/people/" + name));
    }

    private static String admin() {
        return "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
    }
}
