#!/bin/sh
# Searches for input that breaks something, with each target for a while: fuzz/run.sh [DURATION [TARGET ...]]
# A finding is written to fuzz/src/test/resources; keep it there with the change that mends it.
set -eu
cd "$(dirname "$0")/.."
duration=${1:-10m}
[ $# = 0 ] || shift
[ $# != 0 ] || set -- VmConfFuzzTest#checkCompileAndFix VmConfFuzzTest#judgeAsVmd VmConfFuzzTest#layOut PlanFuzzTest#readPlan

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for target; do
    if JAZZER_FUZZ=1 JAZZER_MAX_DURATION=$duration mvn -B -ntp -Dstyle.color=never -pl testdata,grammar,compiler,fuzz test \
        -Dtest="$target" -Dsurefire.failIfNoSpecifiedTests=false > "$log" 2>&1; then
        echo "$target: $(grep -E '^Done [0-9]+ runs' "$log" | tail -n 1)"
    else
        echo "$target found something:" >&2
        grep -vE '^INFO: (Instrumented|Loaded|Creating)|^#[0-9]+' "$log" | tail -n 60 >&2
        exit 1
    fi
done
