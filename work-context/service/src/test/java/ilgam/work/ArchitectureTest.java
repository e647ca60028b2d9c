package ilgam.work;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.annotation.Autowired;

import ilgam.starter.test.AggregateRules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "ilgam.work", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STEPS_OF_AN_IMPORT = {
        "ilgam.work.imports.upload",
        "ilgam.work.imports.stage",
        "ilgam.work.imports.announce",
        "ilgam.work.imports.send",
        "ilgam.work.imports.withdraw"
    };

    @ArchTest
    static final ArchRule what_work_may_do_depends_on_nothing_that_only_shows_it = noClasses()
            .that()
            .resideInAnyPackage("ilgam.work.item", "ilgam.work.project")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ilgam.work.list",
                    "ilgam.work.history",
                    "ilgam.work.mywork",
                    "ilgam.work.projects",
                    "ilgam.work.replica",
                    "ilgam.member.replica");

    @ArchTest
    static final ArchRule only_the_edge_answers_http = noClasses()
            .that()
            .resideOutsideOfPackage("ilgam.work.api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ilgam.work.api",
                    "org.springframework.web.bind..",
                    "org.springframework.web.servlet..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule other_contexts_are_known_by_what_they_publish_alone = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("ilgam.member..", "ilgam.dashboard..")
                    .and(resideOutsideOfPackages("ilgam.member.language", "ilgam.member.replica")));

    @ArchTest
    static final ArchRule features_do_not_depend_on_each_other_in_circles =
            slices().matching("ilgam.work.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule an_import_knows_none_of_its_steps = noClasses()
            .that()
            .resideInAPackage("ilgam.work.imports")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STEPS_OF_AN_IMPORT);

    @ArchTest
    static final ArchRule the_steps_of_an_import_meet_only_in_what_is_stored = slices().matching(
                    "ilgam.work.imports.(upload|stage|announce|send|withdraw)")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule the_parts_of_an_import_do_not_depend_on_each_other_in_circles =
            slices().matching("ilgam.work.imports.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_things_are = classes()
            .should()
            .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto|Mapper|Base)")
            .andShould()
            .haveNameNotMatching(".*\\.Abstract[^.]*");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule an_aggregate_is_its_features_own =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule changes_of_an_aggregate_happen_in_order = AggregateRules.CHANGES_HAPPEN_IN_ORDER;

    @ArchTest
    static final ArchRule an_aggregate_is_loaded_from_snapshots = AggregateRules.LOADED_FROM_SNAPSHOTS;

    @ArchTest
    static final ArchRule refusals_cross_axon_server = AggregateRules.REFUSALS_CROSS_AXON_SERVER;
}
