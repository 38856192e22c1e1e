package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// A daemon of root's with the users it is to serve: `web` is vmct-own's and the group vmct-crew's,
/// the others are root's and say who may make instances of them. A user's files are in the folder
/// that is `@` in a command.
final class UsersWorld implements AutoCloseable {
    private final Path folder;
    private final HostUsers users;
    private final UsersFiles files;
    private final EndToEnd vmd;

    private UsersWorld(Path folder, HostUsers users, UsersFiles files, EndToEnd vmd) {
        this.folder = folder;
        this.users = users;
        this.files = files;
        this.vmd = vmd;
    }

    /// Makes it, or leaves nothing behind.
    static UsersWorld begin(Path folder) throws Exception {
        UsersFiles.mode(folder, "rwxr-xr-x");
        UsersFiles files = new UsersFiles(folder.resolve("files"));
        HostUsers users = HostUsers.make(Files.createDirectory(folder.resolve("jars")));
        try {
            files.make();
            EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(folder));
            return new UsersWorld(folder, users, files, vmd);
        } catch (Exception | AssertionError e) {
            files.close();
            users.close();
            throw e;
        }
    }

    private static Plan plan(Path folder) throws Exception {
        Path iso = UsersFiles.image(folder.resolve("base.iso"), "root", "rw-------");
        Owner owner = new Owner(HostUsers.OWNER, Optional.empty());
        Owner owners = new Owner(HostUsers.OWNER, Optional.of(HostUsers.CREW));
        Owner crew = new Owner("root", Optional.of(HostUsers.CREW));
        Vm[] vms = {
            new VmCopy(vm(folder, 1, "web")).owner(owners).vm(),
            allowing(vm(folder, 2, "open"), owner, InstanceFlag.values()),
            allowing(vm(folder, 3, "shut"), owner),
            allowing(vm(folder, 4, "crew"), crew, InstanceFlag.DISK)
        };
        Plan plan =
                Samples.plan(
                        List.of(),
                        Stream.of(vms)
                                .map(vm -> Samples.withDisc(vm, iso.toString()))
                                .toArray(Vm[]::new));
        return new Plan(
                plan.vmconfPlan(),
                plan.target(),
                plan.local(),
                new Owner("root", Optional.of(HostUsers.SOCKET)),
                plan.staggeredStart(),
                plan.agentx(),
                plan.switches(),
                plan.vms());
    }

    private static Vm vm(Path folder, int id, String name) throws Exception {
        Path image = UsersFiles.image(disk(folder, name), "root", "rw-------");
        return Samples.withDisks(
                Samples.withMemory(Samples.vm(id, name), 64 << 20), image.toString());
    }

    private static Vm allowing(Vm vm, Owner who, InstanceFlag... flags) {
        InstancePermission permission = new InstancePermission(List.of(flags), Optional.of(who));
        return new VmCopy(vm).allowInstance(permission).vm();
    }

    private static Path disk(Path folder, String vm) {
        return folder.resolve(vm + ".img");
    }

    EndToEnd vmd() {
        return vmd;
    }

    /// The image of a VM of the plan, which is root's.
    Path disk(String vm) {
        return disk(folder, vm);
    }

    Path file(String name) {
        return files.file(name);
    }

    /// The same text with the folder in place of every `@`.
    String expanded(String text) {
        return text.replace("@", files.folder().toString());
    }

    /// Runs vmctl as that user.
    EndToEnd.Ran vmctl(String who, String line) throws Exception {
        return users.vmctl(vmd, who, List.of(expanded(line).split(" +")));
    }

    /// Sees to it that `web` is `running` or `stopped`; or leaves it as it is, for `any`.
    void ensure(String state) throws Exception {
        switch (state) {
            case "running" -> vmd.vmctl("start", "web");
            case "stopped" -> vmd.vmctl("stop", "-fw", "web");
            case "any" -> {}
            default -> throw new AssertionError("no such state: " + state);
        }
    }

    @Override
    public void close() throws IOException {
        vmd.close();
        files.close();
        users.close();
    }
}
