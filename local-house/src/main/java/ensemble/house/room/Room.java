package ensemble.house.room;

import ensemble.wav.WavException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The virtual room: what the command {@code room} works on. Opens silent; {@link #playTune} makes the Echo play.
 * Safe to use from any thread.
 */
public final class Room implements AutoCloseable {
    private static final int STANDSTILL_SECONDS = 5;

    private final RoomConfig config;
    private final RoomWire wire;
    private final RoomEngine engine;
    private final VirtualEcho echo = new VirtualEcho();
    private final AudioThread audio;

    private Room(RoomConfig config, RoomWire wire) {
        this.config = config;
        this.wire = wire;
        this.engine = new RoomEngine(config);
        this.audio = new AudioThread(config, engine, echo);
    }

    /**
     * Opens a room on a wire, which it then owns.
     *
     * @throws RoomException if the wire cannot be set up
     */
    public static Room open(RoomConfig config, RoomWire wire) throws RoomException {
        Room room = new Room(config, wire);
        wire.start(room.audio);
        return room;
    }

    public RoomConfig config() {
        return config;
    }

    /** The Echo plays its built-in tune, over and over. */
    public void playTune() {
        echo.playTune();
    }

    /**
     * The Echo plays a WAV file of one or two channels, any rate; returns when that has begun.
     *
     * @throws RoomException if the file cannot be played; then what plays goes on
     */
    public void play(Path file, boolean loop) throws RoomException {
        try {
            echo.playFile(file, loop);
        } catch (IOException e) {
            throw RoomException.wrongRequest("cannot play: " + told(e));
        }
    }

    /** The Echo falls silent. */
    public void stop() {
        echo.stop();
    }

    /** The Echo's own volume, 0 to 10. */
    public int echoVolume() {
        return echo.volume();
    }

    /**
     * Turns the Echo's own volume; returns when its program is that loud.
     *
     * @param tenths 0 to 10
     */
    public void echoVolume(int tenths) throws RoomException, InterruptedException {
        echo.volume(tenths);
        between(() -> tenths);
    }

    /** Mutes the Echo without losing its volume, or lets it be heard again. */
    public void echoMute(boolean muted) throws RoomException, InterruptedException {
        echo.mute(muted);
        between(() -> muted);
    }

    /**
     * Begins to record at the next block; several may run at once.
     *
     * @throws RoomException if the files cannot be made, or there is no speaker
     */
    public Recording record(RecordingRequest request) throws RoomException, InterruptedException {
        int channels = config.speakers().size();
        if (channels == 0) {
            throw RoomException.cannot("there is no speaker in the room to record");
        }
        List<Track> tracks = new ArrayList<>();
        try {
            long frames = request.frames();
            boolean arrivals = request.at() == RecordingRequest.At.MIC;
            tracks.add(new Track(request.out(), channels, frames, Track.each(arrivals)));
            if (request.mic() != null) {
                tracks.add(new Track(request.mic(), 1, frames, Track.mic()));
            }
            if (request.control() != null) {
                tracks.add(new Track(request.control(), 2, frames, Track.program()));
            }
            Recording recording = new Recording(List.copyOf(tracks), channels, frames);
            recording.startWriting();
            audio.begin(recording);
            return recording;
        } catch (IOException e) {
            for (Track track : tracks) {
                closeQuietly(track);
            }
            throw RoomException.cannot("cannot record: " + told(e));
        }
    }

    private static void closeQuietly(Track track) {
        try {
            track.close();
        } catch (IOException e) {
            System.getLogger("ensemble.room").log(System.Logger.Level.WARNING, "a partial recording stays", e);
        }
    }

    /**
     * Changes a speaker.
     *
     * @param speaker its id or name, in any case
     * @return how it is afterwards
     * @throws RoomException if there is no such speaker, or the change is impossible now
     */
    public SpeakerState set(String speaker, SpeakerChange change) throws RoomException, InterruptedException {
        int index = index(speaker);
        if (change.comeBack() && !change.drop()) {
            wire.bringBack(index);
        }
        SpeakerState state = between(() -> engine.change(index, change));
        if (change.drop()) {
            wire.drop(index);
        }
        if (change.drop() && change.comeBack()) {
            wire.bringBack(index);
        }
        return state;
    }

    /** Changes the microphone. */
    public void change(MicrophoneChange change) throws RoomException, InterruptedException {
        between(() -> engine.change(change));
    }

    private int index(String speaker) throws RoomException {
        String wanted = speaker.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < config.speakers().size(); i++) {
            VirtualSpeaker known = config.speakers().get(i);
            if (known.id().toLowerCase(Locale.ROOT).equals(wanted)
                    || known.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        String all = config.speakers().stream().map(VirtualSpeaker::name).collect(Collectors.joining(", "));
        throw RoomException.wrongRequest("there is no speaker '" + speaker + "' in the room; "
                + (all.isEmpty() ? "it has none" : "there are " + all));
    }

    public RoomStatus status() throws RoomException, InterruptedException {
        List<SpeakerState> speakers = between(() -> {
            List<SpeakerState> states = new ArrayList<>();
            for (int i = 0; i < config.speakers().size(); i++) {
                states.add(engine.state(i));
            }
            return List.copyOf(states);
        });
        return new RoomStatus(audio.frames(), audio.busyNanos(), echo.playing(), wire.health(), speakers);
    }

    private <T> T between(Supplier<T> act) throws RoomException, InterruptedException {
        CompletableFuture<T> done = audio.between(act);
        try {
            return done.get(STANDSTILL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            String fault = wire.health().fault();
            throw RoomException.cannot("the room's clock stands still" + (fault == null ? "" : ": " + fault));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw RoomException.wrongRequest(cause == null ? "the change failed" : String.valueOf(cause.getMessage()));
        }
    }

    private static String told(IOException e) {
        if (e instanceof WavException || !(e instanceof FileSystemException file)) {
            return String.valueOf(e.getMessage());
        }
        String reason = file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
        return file.getFile() + ": " + reason;
    }

    /** Ends the room and its wire; recordings under way fail. */
    @Override
    public void close() {
        echo.stop();
        wire.close();
    }
}
