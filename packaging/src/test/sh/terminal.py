"""Draws what a terminal shows: standard input, with its colours, becomes an SVG on standard output.

The picture is the same wherever it is made: it names fonts that are there, and loads none.
"""

import importlib.metadata
import io
import sys

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

WIDTH = 88

FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <!-- Made by packaging/src/test/sh/terminal.sh, rich RELEASE -->
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""

shown = Text.from_ansi(sys.stdin.read())
widest = max(line.cell_len for line in shown.split())
if widest > WIDTH:
    sys.exit(f"terminal.py: a line has {widest} columns, the picture {WIDTH}")
console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
console.print(shown)
sys.stdout.write(
    console.export_svg(
        title="vmconf",
        theme=SVG_EXPORT_THEME,
        code_format=FORMAT.replace("RELEASE", importlib.metadata.version("rich")),
        unique_id="terminal",
    )
)
