package vmconf.compiler.graph;

/// A line of a card.
sealed interface Line {
    /// Pixels down to the next line.
    double height();

    /// A name, or a part of one that takes several lines.
    record Name(String text) implements Line {
        @Override
        public double height() {
            return 17;
        }
    }

    /// A name with what there is to say of the VM at the right.
    record Headline(String name, String traits) implements Line {
        @Override
        public double height() {
            return 17;
        }
    }

    /// Words on a line of their own.
    ///
    /// @param indent pixels from the left edge of the other lines
    record Words(String text, Face face, double indent) implements Line {
        @Override
        public double height() {
            return 14;
        }
    }

    /// A file.
    ///
    /// @param full its whole path, which may be more than there is room for
    record File(VmText.Use use, String text, String full) implements Line {
        @Override
        public double height() {
            return 15;
        }
    }

    /// An interface.
    ///
    /// @param label what it joins
    /// @param facts in the middle; what there is no room for stands on the next lines
    /// @param lladdr its MAC address at the right; empty where it stands on the next line
    record Wire(Link link, String label, String facts, String lladdr) implements Line {
        @Override
        public double height() {
            return 15;
        }
    }
}
