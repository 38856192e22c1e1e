package vmconf.compiler.graph;

/// How a picture is coloured, by day and by night. What has the colour of a net takes it as
/// `currentColor`.
final class Stylesheet {
    static final String CSS =
            """
            svg { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", Arimo, sans-serif; color: #1c2430 }
            text { fill: currentColor }
            .title { font-size: 17px; font-weight: bold }
            .name { font-size: 13px; font-weight: bold }
            .text { font-size: 11px }
            .code { font-size: 10.5px; font-family: "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace }
            .quiet { fill: #5b6675 }
            .paper { fill: #ffffff }
            .compartment > rect { fill: #f1f4f8; stroke: #d8dee7 }
            .vm > rect { fill: #ffffff; stroke: #b4bfcd }
            .instance > rect { fill: #f7f9fc; stroke: #cfd7e2 }
            .off > rect { stroke-dasharray: 4 3 }
            .vm:hover > rect { stroke: currentColor }
            .off > text { fill: #5b6675 }
            .icon { fill: none; stroke: #6b7787; stroke-width: 1.2 }
            .dot, .bar > rect { fill: currentColor }
            .open { fill: none; stroke: #6b7787; stroke-width: 1.4; stroke-dasharray: 2 1.5 }
            .bar > text { fill: #ffffff }
            .bar.off > rect { fill: #ffffff; stroke: currentColor; stroke-width: 1.6 }
            .bar.off > text { fill: currentColor }
            .wire { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round }
            .n0 { color: #0b63c4 } .n1 { color: #0f766e } .n2 { color: #7c3aed } .n3 { color: #9a5b00 }
            .n4 { color: #be185d } .n5 { color: #3f7a1f } .n6 { color: #b93815 } .nl { color: #4a5a70 }
            @media (prefers-color-scheme: dark) {
              svg { color: #e4e9f0 }
              .quiet, .off > text { fill: #9aa7b8 }
              .paper { fill: #0e141b }
              .compartment > rect { fill: #161e28; stroke: #2a3644 }
              .vm > rect { fill: #1e2833; stroke: #445264 }
              .instance > rect { fill: #18212b; stroke: #3a4757 }
              .icon, .open { stroke: #93a1b3 }
              .bar > text { fill: #0e141b }
              .bar.off > rect { fill: #0e141b }
              .bar.off > text { fill: currentColor }
              .n0 { color: #6cb2ff } .n1 { color: #4fd1c5 } .n2 { color: #b9a0ff } .n3 { color: #f0b354 }
              .n4 { color: #ff8fc0 } .n5 { color: #93d46e } .n6 { color: #ff9b76 } .nl { color: #a9b8cc }
            }
            """;

    private Stylesheet() {}
}
