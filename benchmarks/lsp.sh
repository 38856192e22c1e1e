#!/bin/sh
# Times the language server as an editor sees it. Needs a built project (mvn package) and a quiet machine.
# usage: benchmarks/lsp.sh [COMMAND ...]   (another server than bin/vmconf-lsp)
set -eu
cd "$(dirname "$0")/.."
. packaging/src/find-jdk.sh
find_jdk || { echo "benchmarks/lsp.sh: no JDK, looked in: $looked" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- bin/vmconf-lsp
"$home/bin/java" benchmarks/lsp/Keys.java "$work" "$@"
