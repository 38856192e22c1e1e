package vmconf.compiler.export.libvirt;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.export.OneLine;

/// What an import cannot take over, as lines for people.
final class ImportNotes {
    private final List<String> lines = new ArrayList<>();
    private final String file;

    /// @param file what to call the file that is read
    ImportNotes(String file) {
        this.file = file;
    }

    /// vm.conf has no word for it.
    void lost(XmlElement element, String what) {
        say(element, what + " is not imported: vm.conf cannot say it");
    }

    /// It has to be guessed.
    void guessed(XmlElement element, String what) {
        say(element, what);
    }

    void wrong(XmlElement element, String what) {
        say(element, "<%s> has %s".formatted(element.name(), what));
    }

    private void say(XmlElement element, String what) {
        String words =
                "%s:%d:%d: warning: %s".formatted(file, element.line(), element.column(), what);
        lines.add(OneLine.of(words));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
