package ilgam.work.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What another tracker says of persons is hidden, and everything else is left as it is. */
class PersonalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignee",
                "Assignees",
                "assigned_to",
                "reporter",
                "custom.qa_contact",
                "approvedBy",
                "reviewed-by",
                "closed by",
                "cc",
                "BCC",
                "lead",
                "project lead",
                "ownerName",
                "owner_email",
                "e-mail",
                "watchers",
                "followerList",
                "participants",
                "userIds",
                "customer name",
                "phone",
                "[login]",
                "Involved people"
            })
    void a_field_that_names_persons_is_known_by_its_name(String field) {
        assertThat(Personal.isPerson(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "status",
                "priority",
                "component",
                "milestone",
                "version",
                "watchers_count",
                "standby",
                "personal",
                "leading",
                "people_involved_since",
                "account",
                "creation date",
                "버전",
                "owner_count"
            })
    void a_field_of_another_kind_is_not_taken_for_one(String field) {
        assertThat(Personal.isPerson(field)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            owner       | Ada Lovelace                         | [hidden]                             | Ada Lovelace
            owner       | [hidden]                             | [hidden]                             | -
            owner       | -                                    | -                                    | -
            version     | 1.2                                  | 1.2                                  | -
            title       | Ask ada@example.com                  | Ask ada@example.com                  | -
            version     | by ada@example.com                   | by [hidden]                          | ada@example.com
            group       | {"user":"Ada","size":3}              | {"user":"[hidden]","size":3}         | Ada
            group       | {"user":"","size":3}                 | {"user":"","size":3}                 | -
            group       | {"user":17,"active":true,"x":null}   | {"user":17,"active":true,"x":null}   | -
            group       | [{"owner":{"id":1,"n":["a"]}},2]     | [{"owner":"[hidden]"},2]             | {"id":1,"n":["a"]}
            group       | {"owners":["Ada", "Lin"]}            | {"owners":"[hidden]"}                | ["Ada", "Lin"]
            group       | {"a":{"b":{"reviewer":"Ada"}}}       | {"a":{"b":{"reviewer":"[hidden]"}}}  | Ada
            group       | {"note":"to lin@example.org"}        | {"note":"to [hidden]"}               | lin@example.org
            group       | {"user":"Ada"                        | {"user":"Ada"                        | -
            """)
    void persons_in_a_value_are_hidden_and_reported(
            String field, @Nullable String value, @Nullable String shown, @Nullable String removed) {
        var found = new ArrayList<String>();
        assertThat(Personal.hidden(field, value, found::add)).isEqualTo(shown);
        assertThat(found).isEqualTo(removed == null ? List.of() : List.of(removed));
        assertThat(Personal.hidden(field, shown)).as("once more").isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ada@example.com                   | [hidden]
            Ask <ada@example.com>, please.    | Ask <[hidden]>, please.
            mailto:ada@example.com?cc=me      | mailto:[hidden]?cc=me
            It was ada@example.com.           | It was [hidden].
            It was ada@example.com.I saw her. | It was [hidden].I saw her.
            ada@example.com.1                 | [hidden].1
            ada@example.com...                | [hidden]...
            a.b+c_d@mail.example.co.kr        | [hidden]
            ada@회사.한국                       | [hidden]
            a@b.cd,e@f.gh;i@j.kl              | [hidden],[hidden];[hidden]
            ada@example.com@lin@example.org   | [hidden]@[hidden]
            """)
    void every_address_in_a_text_is_hidden(String text, String shown) {
        assertThat(Personal.withoutMails(text, _ -> {})).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada@",
                "@ada",
                "ada@example",
                "@Test",
                "a @ b.com",
                "ada@10.0.0.1",
                "x@1.2",
                "a@.com",
                "a@b.c"
            })
    void what_is_no_address_stays(String text) {
        assertThat(Personal.withoutMails(text, _ -> {})).isEqualTo(text);
    }

    @Property(tries = 1_000)
    void no_address_is_left_and_nothing_else_is_taken(@ForAll("texts") String text) {
        var found = new ArrayList<String>();
        var shown = Personal.withoutMails(text, found::add);

        assertThat(shown).doesNotContainPattern("[a-z가]@[a-z가]+\\.[a-z가]{2}");
        assertThat(Personal.withoutMails(shown, _ -> {})).isEqualTo(shown);
        var restored = shown;
        for (var address : found) restored = restored.replaceFirst("\\[hidden]", address);
        assertThat(restored).isEqualTo(text);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aab@@..-1 가").ofMaxLength(30);
    }

    @Test
    void a_text_of_any_kind_is_read_in_no_time() {
        for (var piece : Set.of("@", "a@", "a@b", "a@b-", "a@.", "@.a", "a.b@", "a@b.c"))
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Personal.withoutMails(piece.repeat(300_000), _ -> {}), piece);
    }
}
