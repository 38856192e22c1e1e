#!/bin/bash
# Times vmd and vmctl with the hello guest: many guests at once, many machines known, and what a start costs beside QEMU itself
# and beside libvirt, which needs root, libvirtd and virsh. Needs QEMU, a built project (mvn package) and a quiet machine.
# usage: benchmarks/runtime.sh [guests | known | overhead | libvirt] ...
set -eu
cd "$(dirname "$0")/.."
bin=${BIN:-$(pwd)/bin}
work=$(mktemp -d)
export VMD_SOCKET=$work/vmd.sock VMD_STATE=$work/state
. packaging/src/find-jdk.sh
find_jdk || { echo "benchmarks/runtime.sh: no JDK, looked in: $looked" >&2; exit 2; }
vmd=
trap 'if [ -n "$vmd" ]; then "$bin/vmctl" terminate 2> /dev/null || :; wait "$vmd" 2> /dev/null || :; fi; rm -rf "$work"' EXIT
chmod 755 "$work"

begin() {
    "$bin/vmd" -d -f "$work/vm.conf" --accel "${ACCEL:-tcg}" 2> "$work/log" &
    vmd=$!
    until [ -S "$VMD_SOCKET" ]; do
        kill -0 "$vmd" || { cat "$work/log" >&2; exit 1; }
        sleep 0.05
    done
}

end() {
    "$bin/vmctl" terminate
    wait "$vmd" || :
    vmd=
    rm -rf "$VMD_STATE"
}

now() { echo $(($(date +%s%N) / 1000000)); }

# daemon NAME: resident memory and processor time so far
daemon() {
    awk -v name="$1" '/^VmRSS/ { rss = $2 / 1024 } /^VmHWM/ { most = $2 / 1024 }
        END { printf "%s: vmd resident %d MiB, at most %d MiB", name, rss, most }' "/proc/$vmd/status"
    awk '{ printf ", %.2f s of processor time\n", ($14 + $15) / 100 }' "/proc/$vmd/stat"
}

machine() { # NAME IMAGE [LINE]
    printf 'vm "%s" {\n\tmemory 16M\n\tdisk "%s"\n\t%s\n}\n' "$1" "$2" "${3:-}"
}

guests() {
    local i start
    echo "staggered start parallel 50 delay 0" > "$work/vm.conf"
    for ((i = 1; i <= 50; i++)); do
        cp testdata/guests/hello/hello.img "$work/g$i.img"
        machine "g$i" "$work/g$i.img" disable >> "$work/vm.conf"
    done
    begin
    daemon "50 machines known"
    sed -i '/disable/d' "$work/vm.conf"
    start=$(now)
    "$bin/vmctl" reload
    while [ "$(cat "$VMD_STATE"/console/*.log 2> /dev/null | grep -ac "hello from")" != 50 ]; do sleep 0.05; done
    echo "50 guests, until the last one greets: $(($(now) - start)) ms"
    [ "$("$bin/vmctl" status | grep -c ' running g')" = 50 ]
    daemon "50 guests run"
    start=$(now)
    "$bin/vmctl" stop -a -w 2> /dev/null
    echo "vmctl stop -a -w: $(($(now) - start)) ms"
    daemon "50 guests have run"
    end
}

known() {
    local i
    for ((i = 1; i <= 100; i++)); do machine "m$i" "$work/none.img" disable; done > "$work/vm.conf"
    begin
    "$bin/vmctl" status > /dev/null
    daemon "100 machines known"
    end
    for ((i = 1; i <= 1000; i++)); do machine "m$i" "$work/none.img" disable; done > "$work/vm.conf"
    begin
    echo "status of 1,000 machines, asked of vmd: $("$home/bin/java" benchmarks/runtime/Ask.java "$VMD_SOCKET" 50 status)"
    local start=$(now)
    "$bin/vmctl" status > /dev/null
    echo "vmctl status, the whole process: $(($(now) - start)) ms"
    daemon "1,000 machines known"
    end
}

overhead() {
    cp testdata/guests/hello/hello.img "$work/hello.img"
    chmod 666 "$work/hello.img"
    machine hello "$work/hello.img" disable > "$work/vm.conf"
    begin
    "$home/bin/java" benchmarks/runtime/Overhead.java "${PAIRS:-20}" "$bin/vmctl" hello "$VMD_STATE" "$VMD_SOCKET"
    end
}

libvirt() {
    command -v libvirtd > /dev/null && [ "$(id -u)" = 0 ] || { echo "libvirt: not timed, it needs root and libvirtd"; return; }
    cp testdata/guests/hello/hello.img "$work/hello.img"
    machine hello "$work/hello.img" > "$work/vm.conf"
    "$bin/vmconf" export libvirt --emulated -o "$work/exported" "$work/vm.conf" 2> /dev/null
    mkdir "$work/libvirt"
    unshare -n -m -p -f --kill-child --mount-proc bash benchmarks/runtime/libvirt.sh "$work/libvirt" \
        "$work/exported/domain-hello.xml" "${PAIRS:-20}"
}

if [ $# = 0 ]; then set -- guests known overhead libvirt; fi
for each; do
    case $each in
        guests | known | overhead | libvirt) "$each" ;;
        *) echo "usage: benchmarks/runtime.sh [guests | known | overhead | libvirt] ..." >&2; exit 2 ;;
    esac
done
