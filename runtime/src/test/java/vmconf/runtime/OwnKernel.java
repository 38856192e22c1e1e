package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vmconf.runtime.qemu.Binary;

/// A kernel that has what this machine's may lack, with files of a test's in its initial file
/// system.
///
/// @param folder of the test
/// @param images those of the Linux guest
public record OwnKernel(Path folder, Path images) {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    /// Where a file is before the kernel has it.
    public Path at(String name) throws IOException {
        Path file = folder.resolve("root").resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /// Its first process: a script beside the test.
    public void first(Class<?> test, String script) throws IOException {
        try (InputStream in = test.getResourceAsStream(script)) {
            assertThat(in).isNotNull();
            install(in, "first");
        }
    }

    /// A program of this machine, with its libraries.
    public void bring(Path program, String name) throws Exception {
        for (Path each : libraries(program)) {
            try (InputStream in = Files.newInputStream(each)) {
                install(in, each.toString().substring(1));
            }
        }
        try (InputStream in = Files.newInputStream(program)) {
            install(in, name);
        }
    }

    /// What a program loads.
    public List<Path> libraries(Path program) throws Exception {
        return LIBRARY.matcher(ran("ldd", program.toString()))
                .results()
                .map(each -> Path.of(each.group(1)))
                .toList();
    }

    private void install(InputStream in, String name) throws IOException {
        Path file = at(name);
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Runs it until it powers off.
    ///
    /// @param options of QEMU
    /// @return what it has said in lines that begin with "= "
    public String boot(String... options) throws Exception {
        String root = folder.resolve("root").toString();
        ran(
                "sh",
                "-c",
                "cd " + root + " && find . | cpio -o -H newc --quiet | gzip -1 >../own.cpio.gz");
        Path initrd = folder.resolve("initrd");
        try (OutputStream out = Files.newOutputStream(initrd)) {
            Files.copy(images.resolve("initramfs.cpio.gz"), out);
            Files.copy(images.resolve("network.cpio.gz"), out);
            Files.copy(folder.resolve("own.cpio.gz"), out);
        }
        List<String> command = new ArrayList<>(List.of(Binary.USUAL));
        command.addAll(List.of("-nodefaults", "-no-user-config", "-display", "none"));
        command.addAll(List.of("-serial", "stdio", "-no-reboot", "-M", "q35,graphics=off"));
        command.addAll(List.of("-accel", "tcg", "-cpu", "max"));
        command.addAll(List.of("-kernel", images.resolve("vmlinux").toString()));
        command.addAll(List.of("-initrd", initrd.toString(), "-append"));
        command.add("console=ttyS0 quiet panic=1 rdinit=/first");
        command.addAll(List.of(options));
        return said(ran(command.toArray(String[]::new)));
    }

    private static String said(String console) {
        StringBuilder said = new StringBuilder();
        console.lines()
                .map(String::strip)
                .filter(each -> each.startsWith("= "))
                .forEach(each -> said.append(each.substring(2)).append('\n'));
        return said.toString();
    }

    /// Runs a command that must work within six minutes.
    ///
    /// @return what it prints
    public String ran(String... command) throws Exception {
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(6, TimeUnit.MINUTES);
            String text = Files.readString(out, StandardCharsets.ISO_8859_1);
            assertThat(ended && process.exitValue() == 0).as(text).isTrue();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
