package ilgam.dashboard;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "ilgam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_do_not_go_round_in_circles =
            slices().matching("ilgam.dashboard.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_never_see_the_edge = noClasses()
            .that()
            .resideInAnyPackage("ilgam.dashboard.project", "ilgam.dashboard.span", "ilgam.dashboard.figures")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ilgam.dashboard.api");

    @ArchTest
    static final ArchRule figures_read_rows_and_know_no_event = noClasses()
            .that()
            .resideInAPackage("ilgam.dashboard.figures")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("ilgam\\..*\\.language\\..*Event.*");

    @ArchTest
    static final ArchRule other_contexts_are_known_by_what_they_publish_alone = noClasses()
            .that()
            .resideInAPackage("ilgam.dashboard..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("ilgam.member..", "ilgam.work..")
                    .and(resideOutsideOfPackages(
                            "ilgam.member.language",
                            "ilgam.member.replica",
                            "ilgam.work.language",
                            "ilgam.work.replica")));

    @ArchTest
    static final ArchRule languages_see_only_each_other_and_the_jdk = noClasses()
            .that()
            .resideInAnyPackage("ilgam.member.language", "ilgam.work.language")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "ilgam.member.language", "ilgam.work.language");

    @ArchTest
    static final ArchRule the_dashboard_decides_nothing = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("ilgam.dashboard..")
            .should()
            .beAnnotatedWith(CommandHandler.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that()
            .resideInAPackage("ilgam.dashboard..")
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Mapper|Base|Abstract)$");
}
