package vmconf.runtime.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import vmconf.plan.Owner;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Places;
import vmconf.runtime.supervise.Registry;

/// Accepts clients on the control socket, each served by a virtual thread of its own.
public final class ControlServer implements AutoCloseable {
    private static final int MOST_CLIENTS = 256;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final ServerSocketChannel server;
    private final Path socket;
    private final Desk desk;
    private final Log log;
    private final Queue<Session> sessions = new ConcurrentLinkedQueue<>();
    private final Thread sweeper = Thread.ofVirtual().name("idle clients").unstarted(this::sweep);

    private ControlServer(ServerSocketChannel server, Path socket, Desk desk, Log log) {
        this.server = server;
        this.socket = socket;
        this.desk = desk;
        this.log = log;
    }

    /// Takes the socket's place. A socket that nobody answers is replaced.
    ///
    /// @param owner who may connect besides root, where this process may say so
    /// @param terminate ends the daemon; told whether guests are stopped first
    public static ControlServer open(
            Path socket,
            Owner owner,
            Registry registry,
            Accounts accounts,
            Configuration configuration,
            Consumer<Boolean> terminate,
            Log log)
            throws IOException {
        if (socket.toString().length() > Places.LONGEST_SOCKET_PATH) {
            throw new IOException("%s: File name too long".formatted(socket));
        }
        if (isAnswered(socket)) {
            throw new IOException("vmd is already running, %s answers".formatted(socket));
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
        if (Accounts.isRoot()) {
            hand(socket, owner, log);
        }
        Desk desk = new Desk(registry, accounts, configuration, terminate, log);
        ControlServer control = new ControlServer(server, socket, desk, log);
        Thread.ofVirtual().name("control").start(control::accept);
        control.sweeper.start();
        return control;
    }

    /// Whether a living daemon listens there. Takes six seconds at most.
    public static boolean isAnswered(Path socket) {
        return new Probe(socket).isAnswered();
    }

    private static void hand(Path socket, Owner owner, Log log) {
        UserPrincipalLookupService accounts =
                FileSystems.getDefault().getUserPrincipalLookupService();
        PosixFileAttributeView view =
                Files.getFileAttributeView(socket, PosixFileAttributeView.class);
        try {
            view.setGroup(accounts.lookupPrincipalByGroupName(owner.group().orElse("0")));
            view.setOwner(accounts.lookupPrincipalByName(owner.user()));
        } catch (IOException e) {
            log.warn("socket owner: no such user or group: " + e.getMessage());
        }
    }

    private void accept() {
        try {
            while (server.isOpen()) {
                acceptNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Out of descriptors, say, a client waits to be accepted until others have gone.
    private void acceptNext() throws InterruptedException {
        try {
            SocketChannel client = server.accept();
            if (sessions.size() < MOST_CLIENTS || dismissIdle()) {
                welcome(client);
            } else {
                client.close();
            }
        } catch (ClosedChannelException e) {
            // the daemon ends
        } catch (IOException e) {
            log.warn("control: cannot accept a client: " + e.getMessage());
            dismissIdle();
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private void welcome(SocketChannel client) throws IOException {
        try {
            Session session = new Session(client, desk);
            sessions.add(session);
            Thread.ofVirtual().name("client").start(() -> serve(session));
        } catch (IOException e) {
            log.warn("control: turned a client away: " + e.getMessage());
            client.close();
        }
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(LONGEST_IDLE.dividedBy(10));
                sessions.stream()
                        .filter(each -> each.isIdleSince(LONGEST_IDLE))
                        .forEach(Session::close);
            }
        } catch (InterruptedException e) {
            // closed: the daemon ends
        }
    }

    /// Where there is no room for another client, the one that has been idle longest has to go.
    ///
    /// @return whether there was one
    private boolean dismissIdle() {
        Optional<Session> idle = sessions.stream().filter(Session::isIdle).findFirst();
        idle.ifPresent(
                each -> {
                    sessions.remove(each);
                    each.close();
                });
        return idle.isPresent();
    }

    private void serve(Session session) {
        try (session) {
            session.run();
        } catch (IOException e) {
            // the client left, or sent what no client of ours sends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("control: internal error: " + e);
        } finally {
            sessions.remove(session);
        }
    }

    /// Lets the clients go that are still there, when they have heard what there was to say.
    public void hangUp() throws InterruptedException {
        for (Session each : sessions) {
            each.finish();
        }
    }

    /// Takes no more clients; those that are there are still answered.
    @Override
    public void close() throws IOException {
        sweeper.interrupt();
        server.close();
        Files.deleteIfExists(socket);
    }
}
