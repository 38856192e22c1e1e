#!/bin/sh
# Boots a systemd of its own over the system in a folder, of which it changes nothing, and runs standard input there as a script.
# Ends as that does, and with 77 where no systemd can be booted.
# usage: booted.sh FOLDER
set -u
cd "$(dirname "$0")/../../../.."
SYSTEM=$1
export SYSTEM

groups=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/self/mounts)
[ -n "$groups" ] || exit 77
group=$groups/vmconf-booted-$$
work=$(mktemp -d)
mkdir "$group"
# shellcheck disable=SC2016 # the inner shell expands it
sh -c 'echo $$ > "$0/cgroup.procs" && exec unshare -m -p -f -n -u -i -C --kill-child --propagation private sh "$@"' \
    "$group" testdata/hosts/systemd.sh "$work" > "$work/boot.log" 2>&1 < /dev/null &
host=$!

end() {
    kill -9 $host 2> /dev/null
    wait $host 2> /dev/null
    until grep -q 'populated 0' "$group/cgroup.events"; do sleep 0.1; done
    find "$group" -depth -type d -exec rmdir {} +
    rm -rf --one-file-system "$work"
}
trap end EXIT

inside() {
    systemd=$(pgrep -P $host | head -n 1)
    [ -n "$systemd" ] || return 1
    nsenter -t "$systemd" --mount --pid --net --uts --ipc --cgroup --root --wd \
        env -i HOME=/root PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

tries=0
until inside systemctl is-system-running > /dev/null 2>&1 < /dev/null; do
    tries=$((tries + 1))
    if ! kill -0 $host 2> /dev/null; then
        wait $host
        status=$?
        cat "$work/boot.log" >&2
        exit $status
    fi
    if [ $tries -gt 300 ]; then
        echo "booted.sh: systemd does not come up" >&2
        inside systemctl list-jobs >&2
        exit 1
    fi
    sleep 0.2
done
inside timeout 300 sh -eu -s
