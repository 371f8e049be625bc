package ensemble.catalogue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both halves may use the catalogue: it knows no vendor but Jackson, and its answers touch no files, no clock. */
final class ImportRulesTest {
    private static final JavaClasses CATALOGUE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ensemble.catalogue");

    @Test
    void onlyTheJdkTheContractAndJackson() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "ensemble.catalogue..",
                        "ensemble.contract..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(CATALOGUE);
    }

    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core.., ensemble.catalogue.json..",
        "com.fasterxml.jackson.databind.., ensemble.catalogue.view..",
        "java.nio.file.., ensemble.catalogue.load.."
    })
    void isKnownInOneRoom(String what, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(what)
                .check(CATALOGUE);
    }

    @ParameterizedTest
    @CsvSource({
        "data, json",
        "data, load",
        "data, name",
        "data, ask",
        "name, ask",
        "name, load",
        "ask, advise",
        "ask, load",
        "ask, view",
        "explain, ask",
        "explain, load",
        "guide, load",
        "guide, view",
        "advise, view",
        "advise, load",
        "load, ask",
        "load, view",
        "json, data"
    })
    void aRoomDoesNotKnowItsNeighbour(String room, String neighbour) {
        noClasses()
                .that()
                .resideInAPackage("ensemble.catalogue." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ensemble.catalogue." + neighbour + "..")
                .check(CATALOGUE);
    }

    @Test
    void timeIsHandedIn() {
        noClasses()
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CATALOGUE);
    }
}
