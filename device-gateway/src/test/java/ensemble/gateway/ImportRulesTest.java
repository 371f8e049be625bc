package ensemble.gateway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which room of the box may know which other, which vendor and which clock. */
class ImportRulesTest {
    private static final String ROOT = "ensemble.gateway.";
    private static final JavaClasses BOX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ensemble.gateway");
    private static final List<String> ROOMS = List.of(
            "audio",
            "audio.inprocess",
            "audio.pipewire",
            "bluetooth",
            "bluetooth.bluez",
            "check",
            "command",
            "config",
            "link",
            "output",
            "output.airplay",
            "output.contract",
            "output.process",
            "output.snapcast",
            "output.transmitter",
            "phone",
            "reconcile",
            "report",
            "shadow",
            "shadow.iot",
            "store",
            "sync",
            "sync.analysis",
            "time",
            "wake",
            "web");

    /** Everybody may know the contract, which is none of the box's rooms. Gateway and Graphs may know every room. */
    @ParameterizedTest
    @CsvSource({
        "time,            ''",
        "wake,            ''",
        "store,           ''",
        "bluetooth,       ''",
        "check,           bluetooth",
        "command,         wake",
        "config,          'bluetooth output output.snapcast'",
        "link,            'shadow time'",
        "output,          audio",
        "phone,           audio",
        "output.airplay,  output",
        "output.contract, output",
        "output.process,  output",
        "output.snapcast, output",
        "output.transmitter, output",
        "shadow,          wake",
        "audio,           'time wake'",
        "report,          'audio config shadow time'",
        "reconcile,       'act audio command config report shadow store sync time wake'",
        "sync,            'act audio store sync.analysis time'",
        "sync.analysis,   ''",
        "web,             'command config shadow time'",
        "shadow.iot,      'config shadow time wake'",
        "audio.pipewire,  'audio time wake'",
        "audio.inprocess, 'audio time wake'",
        "bluetooth.bluez, 'bluetooth time wake'"
    })
    void aRoomKnowsOnlyTheseRooms(String room, String known) {
        List<String> strangers = new ArrayList<>(ROOMS);
        strangers.remove(room);
        strangers.removeAll(List.of(known.split(" ")));
        strangers.replaceAll(stranger -> ROOT + stranger);
        strangers.add("ensemble.gateway");
        noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers.toArray(String[]::new))
                .because("what another room decides comes as a value through a room that may know both")
                .check(BOX);
    }

    @ParameterizedTest
    @CsvSource({
        "com.hivemq..,       ensemble.gateway.shadow.iot",
        "ensemble.pulse..,   ensemble.gateway.audio.pipewire",
        "org.freedesktop..,  ensemble.gateway.bluetooth.bluez"
    })
    void aVendorIsKnownInOneRoom(String vendor, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .because("a port of ours stands before every vendor: use it instead")
                .check(BOX);
    }

    /**
     * Time is handed in. Exceptions: {@code time} is where it comes from; an adapter's own audio thread measures its own
     * turns by the machine's clock, because nobody can hand it a moment in mid-turn.
     */
    @ParameterizedTest
    @CsvSource({
        "java.lang.System,  nanoTime",
        "java.lang.System,  currentTimeMillis",
        "java.time.Instant, now",
        "java.lang.Thread,  sleep"
    })
    void timeIsHandedIn(String type, String method) {
        noClasses()
                .that()
                .resideOutsideOfPackages("ensemble.gateway.time", "ensemble.gateway.audio.pipewire")
                .should()
                .callMethodWhere(target(name(method)).and(target(owner(name(type)))))
                .because("a test must be able to move time: take a Clocks instead")
                .check(BOX);
    }

    /** Exceptions: Gateway's shutdown hook; the page's server; the audio adapters, whose loops are threads of their own. */
    @Test
    void threadsAreStartedInFewPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "ensemble.gateway",
                        "ensemble.gateway.web",
                        "ensemble.gateway.audio.pipewire",
                        "ensemble.gateway.audio.inprocess")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethodWhere(target(name("start")).and(target(owner(name("java.lang.Thread$Builder$OfPlatform")))))
                .because("what happens outside wakes the one loop: call Waker instead")
                .check(BOX);
    }
}
