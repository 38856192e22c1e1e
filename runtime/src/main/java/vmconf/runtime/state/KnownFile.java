package vmconf.runtime.state;

import java.util.Map;
import java.util.TreeMap;
import vmconf.runtime.supervise.Known;

/// The text of `state.json`.
///
/// @param vmdState version of the form
/// @param generation number of the newest one
/// @param ids numbers of VMs by name
record KnownFile(int vmdState, int generation, Map<String, Integer> ids) {
    static final String VERSION_KEY = "vmd-state";
    static final int VERSION = 1;

    static String text(Known known) {
        return Json.write(new KnownFile(VERSION, known.generation(), new TreeMap<>(known.ids())));
    }

    static Known read(String text) throws StateException {
        KnownFile file = Json.read(text, VERSION_KEY, VERSION, KnownFile.class);
        if (file.ids.values().stream().distinct().count() < file.ids.size()) {
            throw new StateException("damaged: two machines have the same number");
        }
        return new Known(file.generation, file.ids);
    }
}
