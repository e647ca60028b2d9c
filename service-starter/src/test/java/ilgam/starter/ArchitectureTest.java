package ilgam.starter;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "ilgam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_starter_holds_no_business_word = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.(Member|Person|Team|Project(?!ion|ing)|Task|Issue|Item|Work|Dashboard|Import|Comment)[A-Z]?[^.]*")
            .orShould()
            .resideInAnyPackage("ilgam.member..", "ilgam.work..", "ilgam.dashboard..", "ilgam.gateway..");

    @ArchTest
    static final ArchRule everything_is_wired_by_constructors =
            fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule only_the_wiring_knows_the_event_store_and_its_modes = noClasses()
            .that()
            .resideOutsideOfPackage("ilgam.starter.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework.axonserver..", "ilgam.starter.events..");

    @ArchTest
    static final ArchRule names_say_what_things_are =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Mapper)");

    @ArchTest
    static final ArchRule auto_configurations_are_nobodys_api = classes()
            .that()
            .haveSimpleNameEndingWith("AutoConfiguration")
            .should()
            .notBePublic();
}
