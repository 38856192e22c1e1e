#!/bin/sh
# A libvirtd of our own that defines what was exported, says how it would start QEMU, and starts one machine.
# usage: unshare -n -m -p -f --mount-proc libvirt.sh ROOT EXPORTED MACHINE
# ROOT is an empty folder, EXPORTED what vmconf export libvirt --emulated has written.
set -eu
root=$1
exported=$2
machine=$3

. "$(dirname "$0")/libvirtd.sh"
for each in bridge0 bridge1; do
    ip link add "$each" type bridge
    ip link set "$each" up
done

echo "== define"
sh "$exported/define.sh"
echo "== again"
sh "$exported/define.sh"
for each in $(virsh list --all --name); do
    echo "== argv $each"
    virsh domxml-to-native qemu-argv --domain "$each"
done
echo "== start"
virsh start --paused "$machine"
console=$(virsh ttyconsole "$machine" | head -n 1)
(timeout 30 grep -m 1 -a hello < "$console" > "$root/console") &
reader=$!
virsh resume "$machine"
wait $reader || true
echo "== console"
cat "$root/console"
echo "== networks"
virsh net-list
ip -o link show type bridge_slave
echo "== stop"
virsh destroy "$machine"
virsh list --name
trap - EXIT
kill $daemon
echo "== done"
