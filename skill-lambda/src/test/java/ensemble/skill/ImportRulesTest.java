package ensemble.skill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which room may know which vendor and which neighbour. */
class ImportRulesTest {
    private static final JavaClasses SKILL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ensemble.skill");

    @ParameterizedTest
    @CsvSource({
        "software.amazon.awssdk.services.dynamodb.., ensemble.skill.household.dynamo..",
        "software.amazon.awssdk.services.iotdataplane.., ensemble.skill.shadow.iot..",
        "com.nimbusds.., ensemble.skill.identity.nimbus..",
        "com.amazon.ask.., ensemble.skill.voice..",
        "java.net.http.., ensemble.skill.events.http.."
    })
    void aVendorIsKnownInOneRoom(String vendor, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackages(room, "ensemble.skill")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(vendor)
                .check(SKILL);
    }

    @ParameterizedTest
    @CsvSource({
        "ensemble.skill.command.., ensemble.skill.smarthome..",
        "ensemble.skill.command.., ensemble.skill.voice..",
        "ensemble.skill.command.., ensemble.skill.editing..",
        "ensemble.skill.editing.., ensemble.skill.smarthome..",
        "ensemble.skill.editing.., ensemble.skill.voice..",
        "ensemble.skill.status.., ensemble.skill.command..",
        "ensemble.skill.household.., ensemble.skill.command..",
        "ensemble.skill.smarthome.., ensemble.skill.voice..",
        "ensemble.skill.voice.., ensemble.skill.smarthome..",
        "ensemble.skill.smarthome.., ensemble.skill.report..",
        "ensemble.skill.voice.., ensemble.skill.report.."
    })
    void aRoomDoesNotKnowItsNeighbour(String room, String neighbour) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(neighbour)
                .check(SKILL);
    }

    @ParameterizedTest
    @CsvSource({"java.lang.Thread, sleep", "java.lang.System, nanoTime", "java.lang.System, currentTimeMillis"})
    void timeIsHandedIn(String owner, String method) {
        noClasses()
                .that()
                .resideOutsideOfPackage("ensemble.skill.time..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(method))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(owner)))))
                .check(SKILL);
    }
}
