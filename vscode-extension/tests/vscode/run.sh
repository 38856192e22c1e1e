#!/bin/sh
# Tests the packaged extension ("npm run package" makes it) in real VS Code, which runs in Chromium.
# usage: run.sh [PART]   (as for run.mjs)
set -eu
cd "$(dirname "$0")/../.."

if ! command -v "${CHROMIUM:-chromium}" > /dev/null; then
    echo "run.sh: skipped, there is no chromium (package chromium)"
    exit 0
fi
vsix=vmconf-$(node -p 'require("./package.json").version').vsix
if [ ! -e "$vsix" ]; then
    echo "run.sh: there is no $vsix; make it: npm run package" >&2
    exit 2
fi
entry=$(sh tests/vscode/install-code-server.sh)
exec node tests/vscode/run.mjs "$entry" "$vsix" "$@"
