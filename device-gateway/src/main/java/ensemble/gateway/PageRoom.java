package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.HouseConfig;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.web.Access;
import ensemble.gateway.web.BoxPage;
import ensemble.gateway.web.Commands;
import ensemble.gateway.web.HoldSwitch;
import ensemble.gateway.web.Login;
import ensemble.gateway.web.Reported;
import ensemble.gateway.web.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Connects the box's page with the rest of the box: the table of what it answers beside its own files is here. */
final class PageRoom implements AutoCloseable {
    private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");

    private final BoxPage page;
    private final Login login;
    private final Reported reported;
    private final List<Route> routes = new ArrayList<>();

    /** @throws IOException if the page's port cannot be had */
    PageRoom(GatewayConfig config, Clocks clocks, Reported reported) throws IOException {
        this.reported = reported;
        login = new Login(clocks, new SecureRandom(), config.state().resolve("page-code"));
        Set<String> names = new HashSet<>(config.page().names());
        names.add(machine());
        page = new BoxPage(
                new GatewayConfig.Page(
                        config.page().host(),
                        config.page().port(),
                        config.page().securePort(),
                        names),
                config.state().resolve("page.p12"),
                login::holds);
    }

    /** What this machine calls itself; read, not looked up, since a name server may be slow to say that it is away. */
    private static String machine() {
        try {
            return Files.readString(HOSTNAME).strip();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    /** Begins to answer. */
    void open(Commands.Desk desk, Consumer<Boolean> hold, List<Route> more) {
        routes.addAll(login.routes());
        routes.add(Route.post("/api/command", Access.COMMANDER, new Commands(desk)));
        routes.add(Route.post("/hold", Access.COMMANDER, new HoldSwitch(reported, hold)));
        routes.addAll(more);
        page.start(reported, routes);
    }

    /** Shows what the loop saw. */
    void look(HouseConfig house, Optional<ObjectNode> bluetooth) {
        reported.show("house", HousePage.of(house));
        bluetooth.ifPresent(now -> reported.show("bluetooth", now));
    }

    @Override
    public void close() {
        page.close();
    }
}
