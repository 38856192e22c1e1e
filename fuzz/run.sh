#!/bin/sh
# Searches for input that breaks something, with each target for a while: fuzz/run.sh [DURATION [TARGET ...]]
# A target is a class. A finding is written to fuzz/src/test/resources; keep it there with the change that mends it.
set -eu
cd "$(dirname "$0")/.."
duration=${1:-10m}
[ $# = 0 ] || shift
[ $# != 0 ] || set -- '*FuzzTest'
targets=$(IFS=,; echo "$*")

# With a JVM for each class, Maven itself looks at the classes, and needs as new a JDK.
. packaging/src/find-jdk.sh
find_jdk || { echo "fuzz/run.sh: no JDK, looked in: $looked" >&2; exit 2; }
export JAVA_HOME="$home"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
# A JVM searches with one target only, so each class has its own.
JAZZER_FUZZ=1 JAZZER_MAX_DURATION=$duration mvn -B -ntp -Dstyle.color=never -pl testdata,grammar,compiler,runtime,lsp-server,fuzz test \
    -Dtest="$targets" -DreuseForks=false -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false > "$log" 2>&1 || status=1
awk '/ Running vmconf\./ { n = split($NF, part, "."); target = part[n] } /^Done [0-9]+ runs/ { print target ": " $0 }' "$log"
if [ $status != 0 ]; then
    echo "fuzz/run.sh: found something:" >&2
    grep -vE '^INFO: |^#[0-9]+|^WARNING: |^\[INFO\]' "$log" | tail -n 60 >&2
fi
exit $status
