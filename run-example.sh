#!/bin/sh
# Builds vmconf, checks and compiles examples/hello/vm.conf, boots it and shows what happens.
# Installs QEMU when it is missing and this is root on a Debian system. Leaves nothing running.
# usage: run-example.sh [built]    which takes what has been built
set -eu
cd "$(dirname "$0")"

say() { printf '\n== %s\n' "$*"; }

if ! command -v mvn > /dev/null; then
    echo "run-example.sh: Maven is missing; on Debian: apt-get install maven" >&2
    exit 2
fi
. packaging/src/find-jdk.sh
if ! find_jdk; then
    echo "run-example.sh: needs a JDK 25, found none in: $looked" >&2
    exit 2
fi
if ! command -v qemu-system-x86_64 > /dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        say "Installing QEMU"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends qemu-system-x86 > /dev/null
    else
        echo "run-example.sh: QEMU is missing; on Debian: sudo apt-get install qemu-system-x86" >&2
        exit 2
    fi
fi

if [ "${1-}" != built ]; then
    say "Building (mvn package)"
    mvn -q -B -Dstyle.color=never package -DskipTests
fi

run=$(mktemp -d)
export VMD_SOCKET="$run/vmd.sock" VMD_STATE="$run/state"
vmd=
cleanup() {
    if [ -n "$vmd" ]; then
        kill "$vmd" 2> /dev/null || :
        wait "$vmd" 2> /dev/null || :
    fi
    rm -rf "$run"
}
trap cleanup EXIT INT TERM

say "vmconf check --target native examples/hello/vm.conf"
bin/vmconf check --target native examples/hello/vm.conf

say "vmconf compile --target native examples/hello/vm.conf"
bin/vmconf compile --target native -o "$run/plan.yaml" examples/hello/vm.conf
grep -A4 '^vms:' "$run/plan.yaml"

say "vmd start -d plan.yaml"
bin/vmd start -d "$run/plan.yaml" 2> "$run/vmd.log" &
vmd=$!
tries=0
until grep -q 'started hello' "$run/vmd.log" 2> /dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$vmd" 2> /dev/null; then
        cat "$run/vmd.log" >&2
        exit 1
    fi
    sleep 0.1
done
cat "$run/vmd.log"

say "vmctl status"
bin/vmctl status

say "vmctl console hello (typing: mem)"
{ sleep 2; printf 'mem\r'; sleep 1; printf '\r~.'; } | bin/vmctl console hello |
    tr -d '\r' | sed 's/\x1b\[[0-9;?]*[A-Za-z]//g; s/\x1bc//g' | grep -v '^[> ]*$'

say "vmctl stop -w hello"
bin/vmctl stop -w hello
bin/vmctl status
