#!/bin/bash
# Prints how long `virsh start` of a machine takes until the first byte on its console, and until it has ended: medians.
# usage: unshare -n -m -p -f --kill-child --mount-proc benchmarks/runtime/libvirt.sh ROOT DOMAIN-XML TIMES
set -eu
root=$1 domain=$2 times=$3
. "$(dirname "$0")/../../runtime/src/test/sh/libvirtd.sh"

# What the machine says goes to a file, as with vmd.
log=$root/console.log
sed -e 's|<serial type="pty">|<serial type="file"><source path="'"$log"'"/>|' -e 's|<console type="pty">|<console type="file">|' \
    "$domain" > "$root/domain.xml"
virsh define "$root/domain.xml" > /dev/null
name=$(virsh list --all --name | head -n 1)

micros() { echo $(($(date +%s%N) / 1000)); }
median() { sort -n | awk '{ all[NR] = $1 } END { printf "%7.1f ms\n", all[int((NR + 1) / 2)] / 1000 }'; }

for ((i = 0; i < times; i++)); do
    rm -f "$log"
    start=$(micros)
    virsh start "$name" > /dev/null &
    client=$!
    until [ -s "$log" ]; do sleep 0.001; done
    first=$(micros)
    wait $client
    ended=$(micros)
    echo $((first - start)) >> "$root/first"
    echo $((ended - start)) >> "$root/ended"
    virsh destroy "$name" > /dev/null
done
echo "virsh start to first byte   $(median < "$root/first")"
echo "virsh start until it ends   $(median < "$root/ended")"
trap - EXIT
kill $daemon
