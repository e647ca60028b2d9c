package ilgam.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "ilgam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_do_not_go_round_in_circles =
            slices().matching("ilgam.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_gateway_knows_no_context_from_inside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ilgam.member..", "ilgam.work..", "ilgam.dashboard..", "ilgam.starter..");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Mapper|Base|Abstract)$");
}
