package vmconf.compiler.export.openbsd;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Exporter;
import vmconf.compiler.export.Mapping;
import vmconf.compiler.export.Remark;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.conf.ConfText;
import vmconf.plan.Plan;

/// A flat vm.conf for vmd of a release, and the files of its host.
///
/// @param release of which vmd
public record OpenbsdExporter(Target release) implements Exporter {

    @Override
    public String name() {
        return release.word();
    }

    @Override
    public String title() {
        return "a vm.conf without macros, includes and instances, and the files of an OpenBSD host;"
                + " openbsd-6.4 and so on for a release";
    }

    @Override
    public List<Mapping> table() {
        return OpenbsdTable.ROWS;
    }

    @Override
    public List<Remark> remarks(Plan plan) {
        return ReadAgain.remarks(plan, release);
    }

    @Override
    public List<String> names() {
        return List.of("vm.conf", "hostname.*", "pf.conf.vm", "sysctl.conf.vm", "setup.sh");
    }

    @Override
    public List<Artifact> files(Plan plan, Settings settings) {
        List<Artifact> files = new ArrayList<>();
        String title = "The machines of " + settings.file();
        files.add(new Artifact("vm.conf", ConfText.of(plan, title, false).text()));
        files.addAll(new HostText(plan).files());
        return files;
    }
}
