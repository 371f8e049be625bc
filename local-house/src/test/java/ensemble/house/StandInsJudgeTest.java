package ensemble.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The stand-ins for Amazon and the meter judge the product, so they know nothing of it. */
final class StandInsJudgeTest {
    private static final String[] STAND_INS = {
        "ensemble.house.shadow..",
        "ensemble.house.broker..",
        "ensemble.house.rest..",
        "ensemble.house.http..",
        "ensemble.house.dynamo..",
        "ensemble.house.identity..",
        "ensemble.house.eventgateway..",
        "ensemble.house.meter..",
        "ensemble.house.rules..",
        "ensemble.house.certs..",
        "ensemble.house.files.."
    };

    @Test
    void theyUseNothingOfOursButEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage(STAND_INS)
                .should()
                .dependOnClassesThat(resideInAnyPackage("ensemble..").and(not(resideInAnyPackage(STAND_INS))))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ensemble.house"));
    }

    @Test
    void theDeviceShadowKnowsNoVendorButJackson() {
        noClasses()
                .that()
                .resideInAPackage("ensemble.house.shadow..")
                .should()
                .dependOnClassesThat(not(
                        resideInAnyPackage("java..", "ensemble.house..", "com.fasterxml.jackson..", "org.jspecify..")))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ensemble.house.shadow"));
    }
}
