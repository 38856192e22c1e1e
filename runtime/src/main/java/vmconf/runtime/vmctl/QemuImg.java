package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Runs qemu-img by its argument vector, never through a shell, and waits for its end.
///
/// @param program absent where it is not installed
record QemuImg(Optional<Path> program) {
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(24);
    private static final int LONGEST_OUTPUT = 1 << 20;
    private static final int CHUNK = 4096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What came of a run.
    ///
    /// @param text what it printed
    record Outcome(boolean good, String text) {
        void orThrow(String failed) throws Complaint {
            if (!good) {
                throw Complaint.named(failed + ": " + reason());
            }
        }

        /// The last part of its last line is the system's own word.
        private String reason() {
            String line =
                    text.lines()
                            .filter(each -> !each.isBlank() && !each.endsWith("/100%)"))
                            .reduce("failed", (_, last) -> last);
            if (line.contains("too large")) {
                return "File too large";
            }
            return line.substring(line.lastIndexOf(": ") + 1).strip();
        }
    }

    static QemuImg on(String searchPath) {
        return new QemuImg(
                Stream.of(searchPath.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "qemu-img"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    void require() throws Complaint {
        if (program.isEmpty()) {
            throw Complaint.named("qemu-img not found; install the package qemu-utils");
        }
    }

    /// Writes an empty image into a file that is there.
    Outcome create(ImageName image, long bytes, Optional<String> base) throws Complaint {
        List<String> arguments = new ArrayList<>(List.of("create", "-q", "-f", image.format()));
        if (image.isQcow2()) {
            arguments.addAll(List.of("-o", "compat=1.1,cluster_size=65536,refcount_bits=16"));
        }
        base.ifPresent(name -> arguments.addAll(List.of("-F", "qcow2", "-b", name)));
        arguments.addAll(List.of("--", image.path().toString(), Long.toString(bytes)));
        return run(QUICK, arguments);
    }

    /// Copies what is not zero into an image that is empty and large enough.
    ///
    /// @param progress is told how far it has come
    Outcome copy(ImageName from, ImageName to, Consumer<String> progress) throws Complaint {
        return run(
                LONG,
                progress,
                List.of(
                        "convert",
                        "-p",
                        "-n",
                        "--target-is-zero",
                        "-f",
                        from.format(),
                        "-O",
                        to.format(),
                        "--",
                        from.path().toString(),
                        to.path().toString()));
    }

    /// How large an image is for a guest, in bytes.
    long size(ImageName image, String failed) throws Complaint {
        Outcome info =
                run(
                        QUICK,
                        List.of(
                                "info",
                                "-U",
                                "--output=json",
                                "-f",
                                image.format(),
                                "--",
                                image.path().toString()));
        info.orThrow(failed);
        try {
            return JSON.readTree(info.text()).path("virtual-size").asLong();
        } catch (JacksonException e) {
            throw Complaint.named(failed + ": qemu-img tells no size");
        }
    }

    private Outcome run(Duration limit, List<String> arguments) throws Complaint {
        return run(limit, _ -> {}, arguments);
    }

    private Outcome run(Duration limit, Consumer<String> listener, List<String> arguments)
            throws Complaint {
        List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            Thread end = Thread.ofVirtual().start(() -> killAfter(process, limit));
            String text;
            try (InputStream out = process.getInputStream()) {
                text = read(out, listener);
            }
            boolean good = process.waitFor() == 0;
            end.interrupt();
            return new Outcome(good, text);
        } catch (IOException e) {
            throw Complaint.named("cannot run " + command.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.named("interrupted call");
        }
    }

    /// The beginning of what it prints, of which all is heard.
    private static String read(InputStream out, Consumer<String> listener) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[CHUNK];
        for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
            String piece = new String(buffer, 0, count, StandardCharsets.UTF_8);
            listener.accept(piece);
            if (text.length() < LONGEST_OUTPUT) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    private static void killAfter(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }
}
