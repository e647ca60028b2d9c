package ilgam.member.replica;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "ilgam.member.replica", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule a_replica_knows_its_own_language_and_the_starter_alone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("ilgam..")
                    .and(resideOutsideOfPackages("ilgam.member.replica", "ilgam.member.language", "ilgam.starter..")));

    @ArchTest
    static final ArchRule a_replica_is_read_and_decides_nothing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework.commandhandling..", "org.axonframework.modelling..", "ilgam.starter.web..");
}
