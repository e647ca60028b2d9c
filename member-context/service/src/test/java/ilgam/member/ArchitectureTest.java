package ilgam.member;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.AggregateRules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "ilgam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_language_knows_the_jdk_only = classes()
            .that()
            .resideInAPackage("ilgam.member.language")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("ilgam.member.language", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule features_do_not_know_how_they_are_asked = noClasses()
            .that()
            .resideInAPackage("ilgam.member..")
            .and()
            .resideOutsideOfPackages("ilgam.member.*.api", "ilgam.member.web")
            .should()
            .dependOnClassesThat(resideInAnyPackage("ilgam.member.*.api", "ilgam.member.web")
                    .or(resideInAPackage("ilgam.starter.web.."))
                    .or(resideInAPackage("org.springframework.web.."))
                    .or(resideInAPackage("jakarta.servlet..")));

    @ArchTest
    static final ArchRule what_is_written_does_not_know_what_is_read = noClasses()
            .that()
            .resideInAPackage("ilgam.member.people.membership")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ilgam.member.people.directory", "ilgam.member.people.profile");

    @ArchTest
    static final ArchRule people_know_neither_accounts_nor_calendars = noClasses()
            .that()
            .resideInAPackage("ilgam.member.people..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ilgam.member.identity..", "ilgam.member.time..");

    @ArchTest
    static final ArchRule calendars_know_people_but_no_accounts = noClasses()
            .that()
            .resideInAPackage("ilgam.member.time..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ilgam.member.identity..");

    @ArchTest
    static final ArchRule what_the_apis_share_knows_none_of_them = noClasses()
            .that()
            .resideInAPackage("ilgam.member.web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ilgam.member.*.api");

    @ArchTest
    static final ArchRule words_know_none_of_the_areas = noClasses()
            .that()
            .resideInAPackage("ilgam.member.text")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ilgam.member.identity..", "ilgam.member.people..", "ilgam.member.time..");

    @ArchTest
    static final ArchRule features_depend_on_each_other_in_one_direction =
            slices().matching("ilgam.member.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_known_of_other_contexts = noClasses()
            .that()
            .resideInAPackage("ilgam.member..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("ilgam..").and(resideOutsideOfPackages("ilgam.member..", "ilgam.starter..")));

    @ArchTest
    static final ArchRule aggregates_are_for_their_own_feature = classes()
            .that()
            .resideInAPackage("ilgam.member..")
            .and()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .that()
            .resideInAPackage("ilgam.member..")
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto|Mapper|Base|Abstract)$");

    /** A query stream that is not closed keeps its connection for ever. */
    @ArchTest
    static final ArchRule no_query_is_left_open = noClasses()
            .that()
            .resideInAPackage("ilgam.member..")
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule changes_of_an_aggregate_happen_in_order = AggregateRules.CHANGES_HAPPEN_IN_ORDER;

    @ArchTest
    static final ArchRule an_aggregate_is_loaded_from_snapshots = AggregateRules.LOADED_FROM_SNAPSHOTS;

    @ArchTest
    static final ArchRule refusals_cross_axon_server = AggregateRules.REFUSALS_CROSS_AXON_SERVER;
}
