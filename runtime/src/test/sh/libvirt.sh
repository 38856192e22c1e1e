#!/bin/sh
# A libvirtd of our own that defines what was exported, says how it would start QEMU, and starts one machine.
# usage: unshare -n -m -p -f --mount-proc libvirt.sh ROOT EXPORTED MACHINE
# ROOT is an empty folder, EXPORTED what vmconf export libvirt --emulated has written. The namespaces keep it apart: its
# files, sockets and links are gone with them.
set -eu
root=$1
exported=$2
machine=$3

mount --make-rprivate /
mount -t sysfs sysfs /sys
for each in etc var cache log; do mkdir "$root/$each"; done
mkdir -p /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt
# The filters are data of the package, if it is installed.
[ -d /etc/libvirt/nwfilter ] && cp -r /etc/libvirt/nwfilter "$root/etc/"
mount --bind "$root/etc" /etc/libvirt
mount --bind "$root/var" /var/lib/libvirt
mount --bind "$root/cache" /var/cache/libvirt
mount --bind "$root/log" /var/log/libvirt
mount -t tmpfs tmpfs /run
mkdir -p /run/lock /run/libvirt
printf '%s\n' 'user = "root"' 'group = "root"' 'security_driver = "none"' 'cgroup_controllers = []' 'namespaces = []' \
    'stdio_handler = "file"' > /etc/libvirt/qemu.conf
# libvirtd looks for its users before it reads that.
for each in passwd group; do
    cp "/etc/$each" "$root/$each"
    mount --bind "$root/$each" "/etc/$each"
done
grep -q '^libvirt-qemu:' /etc/passwd || echo 'libvirt-qemu:x:64055:64055::/:/usr/sbin/nologin' >> /etc/passwd
for each in libvirt-qemu kvm; do
    grep -q "^$each:" /etc/group || echo "$each:x:6405${#each}:" >> /etc/group
done

ip link set lo up
for each in bridge0 bridge1; do
    ip link add "$each" type bridge
    ip link set "$each" up
done

libvirtd > "$root/libvirtd.log" 2>&1 &
daemon=$!
trap 'kill $daemon 2> /dev/null; cat "$root/libvirtd.log" >&2' EXIT
virsh() { command virsh -c qemu:///system "$@"; }
waited=0
until virsh version > /dev/null 2>&1; do
    waited=$((waited + 1))
    if [ $waited -gt 600 ] || ! kill -0 $daemon; then
        echo "libvirtd does not answer" >&2
        exit 1
    fi
    sleep 0.1
done

# What comes with Debian's libvirt-daemon-config-nwfilter.
virsh nwfilter-define /dev/stdin > /dev/null << 'END' || true
<filter name='no-mac-spoofing' chain='mac' priority='-800'>
  <rule action='return' direction='out' priority='-800'><mac srcmacaddr='$MAC'/></rule>
  <rule action='drop' direction='out' priority='-500'><mac/></rule>
</filter>
END

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
