package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.vmctl.InProcess;

/// A daemon that sessions are played to, and its folder, which is `@` in a session.
final class SessionWorld implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> IMAGES = List.of("hello.img", "a.img", "b.img");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|(\\S+)");

    private final Path folder;
    private final EndToEnd vmd;

    private SessionWorld(Path folder, EndToEnd vmd) {
        this.folder = folder;
        this.vmd = vmd;
    }

    /// @param inside what the daemon runs in, e.g. a network namespace
    static SessionWorld begin(Path folder, List<String> inside)
            throws IOException, InterruptedException {
        Path conf = Files.writeString(folder.resolve("vm.conf"), "");
        for (String image : IMAGES) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), folder.resolve(image));
        }
        Files.copy(EndToEnd.guests().resolve("hello/hello.elf"), folder.resolve("hello.elf"));
        return new SessionWorld(folder, EndToEnd.start(folder, inside, conf));
    }

    Path folder() {
        return folder;
    }

    /// Forgets what the session before has left.
    void clear() throws IOException {
        if (InProcess.vmctl(vmd.socket(), "", "reset").status() != 0) {
            throw new AssertionError(vmd.log());
        }
        Files.writeString(folder.resolve("vm.conf"), "");
        try (Stream<Path> logs = Files.list(folder.resolve("state/console"))) {
            for (Path log : logs.toList()) {
                Files.delete(log);
            }
        } catch (NoSuchFileException e) {
            // no guest yet
        }
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text.replace("@", folder.toString()));
    }

    /// Runs vmctl in this process.
    ///
    /// @param typed each is typed when the guest has shown its prompt
    InProcess.Ran vmctl(String line, List<String> typed) {
        String[] words = words(line);
        return typed.isEmpty()
                ? InProcess.vmctl(vmd.socket(), "", words)
                : InProcess.dialogue(vmd.socket(), out -> new Typist(typed, out), words);
    }

    /// Runs vmctl beside others, and returns when it has printed something.
    Future<InProcess.Ran> begin(String line) {
        CompletableFuture<ByteArrayOutputStream> printed = new CompletableFuture<>();
        Future<InProcess.Ran> ran =
                CompletableFuture.supplyAsync(
                        () ->
                                InProcess.dialogue(
                                        vmd.socket(), out -> silent(out, printed), words(line)));
        Wait.until("it prints", () -> printed.isDone() && printed.join().size() > 0);
        return ran;
    }

    private static InputStream silent(
            ByteArrayOutputStream out, CompletableFuture<ByteArrayOutputStream> printed) {
        printed.complete(out);
        return InputStream.nullInputStream();
    }

    /// Runs vmctl in a process of its own, whose working folder is that of the session.
    EndToEnd.Ran vmctlInFolder(String line) throws IOException, InterruptedException {
        return vmd.vmctlIn(folder, words(line));
    }

    private String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(word.replace("@", folder.toString()));
        }
        return words.toArray(String[]::new);
    }

    /// Does what is no command: `await VM STATE`, `await-console VM TEXT` or `kill VM`.
    void perform(String deed) throws IOException, InterruptedException {
        String[] words = deed.split(" ", 3);
        switch (words[0]) {
            case "await" ->
                    Wait.until(
                            deed, () -> vm(words[1]).path("state").asString("").equals(words[2]));
            case "await-console" ->
                    Wait.until(deed, () -> vmd.console(words[1]).contains(words[2]));
            case "await-prompt" -> Wait.until(deed, () -> vmd.console(words[1]).endsWith("\n> "));
            case "await-gone" -> Wait.until(deed, () -> vm(words[1]).isMissingNode());
            case "kill" -> {
                long pid = vm(words[1]).path("pid").asLong();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                Wait.until(deed, () -> vm(words[1]).path("pid").isNull());
            }
            case "await-daemon-end" -> assertThat(vmd.awaitDeath()).isZero();
            default -> throw new AssertionError("no such deed: " + deed);
        }
    }

    private JsonNode vm(String name) {
        InProcess.Ran status = InProcess.vmctl(vmd.socket(), "", "status", "--json", name);
        return JSON.readTree(status.out()).path("vms").path(0);
    }

    @Override
    public void close() {
        if (vmd.isAlive()) {
            vmd.terminate();
        }
    }
}
