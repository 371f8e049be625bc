package ensemble.pulse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the configuration of PipeWire and of WirePlumber (0.4 and 0.5) below {@code XDG_CONFIG_HOME}. */
final class ConfigFiles {
    private ConfigFiles() {}

    static void write(Path config, PipeWireConfig wanted) throws IOException {
        put(config.resolve("pipewire/pipewire.conf"), pipewire(wanted));
        put(config.resolve("pipewire/pipewire-pulse.conf"), pulse(wanted));
        put(config.resolve("pipewire/client.conf"), CLIENT);
        put(config.resolve("wireplumber/main.lua.d/51-no-hardware.lua"), """
                alsa_monitor.enabled = false
                v4l2_monitor.enabled = false
                libcamera_monitor.enabled = false
                """);
        put(
                config.resolve("wireplumber/bluetooth.lua.d/51-no-hardware.lua"),
                "bluez_monitor.enabled = false\nbluez_midi_monitor = { enabled = false }\n");
        put(config.resolve("wireplumber/wireplumber.conf.d/51-no-hardware.conf"), """
                wireplumber.profiles = {
                  main = { hardware.audio = disabled, hardware.bluetooth = disabled, hardware.video-capture = disabled }
                }
                """);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static final String CLIENT = """
            context.properties = { }
            context.spa-libs = {
              audio.convert.* = audioconvert/libspa-audioconvert
              support.*       = support/libspa-support
            }
            context.modules = [
              { name = libpipewire-module-protocol-native }
              { name = libpipewire-module-client-node }
              { name = libpipewire-module-client-device }
              { name = libpipewire-module-adapter }
              { name = libpipewire-module-metadata }
              { name = libpipewire-module-session-manager }
            ]
            """;

    /** No overrides for virtual machines: the quantum is the one asked for, everywhere. */
    private static String pipewire(PipeWireConfig wanted) {
        return """
                context.properties = {
                  link.max-buffers = 16
                  core.daemon = true
                  core.name = pipewire-0
                  support.dbus = true
                  default.clock.rate = %1$d
                  default.clock.allowed-rates = [ %1$d ]
                  default.clock.quantum = %2$d
                  default.clock.min-quantum = %2$d
                  default.clock.max-quantum = %2$d
                }
                context.spa-libs = {
                  audio.convert.* = audioconvert/libspa-audioconvert
                  support.*       = support/libspa-support
                }
                context.modules = [
                  { name = libpipewire-module-rt
                    args = { nice.level = -11 rt.prio = 88 } flags = [ ifexists nofail ] }
                  { name = libpipewire-module-protocol-native }
                  { name = libpipewire-module-profiler }
                  { name = libpipewire-module-metadata }
                  { name = libpipewire-module-spa-device-factory }
                  { name = libpipewire-module-spa-node-factory }
                  { name = libpipewire-module-client-node }
                  { name = libpipewire-module-client-device }
                  { name = libpipewire-module-access args = { } }
                  { name = libpipewire-module-adapter }
                  { name = libpipewire-module-link-factory }
                  { name = libpipewire-module-session-manager }
                ]
                context.objects = [
                  { factory = adapter
                    args = {
                      factory.name = support.null-audio-sink
                      node.name = %3$s
                      node.description = "Ensemble's clock"
                      media.class = Audio/Sink
                      audio.position = [ MONO ]
                      priority.driver = 100000
                      priority.session = 1
                      object.linger = true
                      node.suspend-on-idle = false
                      session.suspend-timeout-seconds = 0
                    }
                  }
                ]
                """.formatted(wanted.framesPerSecond(), wanted.quantum(), PrivatePipeWire.CLOCK);
    }

    private static String pulse(PipeWireConfig wanted) {
        return """
                context.properties = { }
                context.spa-libs = {
                  audio.convert.* = audioconvert/libspa-audioconvert
                  support.*       = support/libspa-support
                }
                context.modules = [
                  { name = libpipewire-module-rt
                    args = { nice.level = -11 rt.prio = 83 } flags = [ ifexists nofail ] }
                  { name = libpipewire-module-protocol-native }
                  { name = libpipewire-module-client-node }
                  { name = libpipewire-module-adapter }
                  { name = libpipewire-module-metadata }
                  { name = libpipewire-module-protocol-pulse args = { } }
                ]
                pulse.properties = {
                  server.address = [ "unix:native" ]
                  pulse.min.req = 128/%1$d
                  pulse.min.frag = 128/%1$d
                  pulse.min.quantum = %2$d/%1$d
                }
                """.formatted(wanted.framesPerSecond(), wanted.quantum());
    }
}
