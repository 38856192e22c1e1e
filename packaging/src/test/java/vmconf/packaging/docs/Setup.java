package vmconf.packaging.docs;

import java.util.Set;

/// A block that sets up an editor: nothing to run by itself.
///
/// @param page the page that it is in
record Setup(String page, Block block) {
    private static final Set<String> LANGUAGES = Set.of("elisp", "json", "lua", "toml", "xml");

    static boolean isOne(Block block) {
        return LANGUAGES.contains(block.info());
    }

    /// What is written for a checkout in a folder.
    String text(String project) {
        return block.text().replace("/path/to/", project + "/");
    }

    @Override
    public String toString() {
        return page + ":" + (block.first() + 1) + ", " + block.info();
    }
}
