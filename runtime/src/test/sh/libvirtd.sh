# Sourced: starts a libvirtd of our own as $daemon, with what it writes below $root, an empty folder. Its surroundings must have
# been made by `unshare -n -m -p -f --mount-proc`: its files, sockets and links are gone with them.

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
