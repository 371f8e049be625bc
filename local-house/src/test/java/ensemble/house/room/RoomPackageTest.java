package ensemble.house.room;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class RoomPackageTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ensemble.house.room", "ensemble.wav");

    @Test
    void theRoomKnowsNothingOfWhatItJudges() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ensemble.skill..", "ensemble.gateway..", "ensemble.lambda..", "software.amazon..")
                .check(CLASSES);
    }

    @Test
    void onlyThePipeWireWireKnowsTheAudioServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ensemble.house.room.pipewire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ensemble.pulse..")
                .check(CLASSES);
    }
}
