#!/bin/sh
# Boots systemd in namespaces of its own, over this machine's file system, or the one in the folder $SYSTEM, of which it changes
# nothing:
#     unshare -m -p -f -n -u -i -C --kill-child --propagation private sh systemd.sh FOLDER SEEN ...
# FOLDER is an empty one to mount things in; SEEN are folders that are there as they are here, for reading, and
# FOLDER/shared, for writing. Ends with 77 where this machine does not let it.
set -u
base=$1
shift
host=$base/host
# Where /sys is for reading, systemd-networkd does not wait for udev.
mkdir -p "$base/changes" "$host" "$base/shared"
{
    mount -t tmpfs tmpfs "$base/changes" && mkdir "$base/changes/upper" "$base/changes/work" &&
        mount -t overlay -o "lowerdir=${SYSTEM:-/},upperdir=$base/changes/upper,workdir=$base/changes/work" overlay "$host" &&
        mount -t proc proc "$host/proc" && mount -t sysfs -o ro sysfs "$host/sys" &&
        mount -t cgroup2 cgroup2 "$host/sys/fs/cgroup" && mount -t tmpfs tmpfs "$host/run" &&
        mount -t tmpfs -o mode=755 tmpfs "$host/dev" && mkdir "$host/dev/net" "$host/dev/pts" "$host/dev/shm" &&
        mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$host/dev/pts" &&
        mount -t tmpfs -o mode=1777 tmpfs "$host/dev/shm" && mknod "$host/dev/net/tun" c 10 200
} || exit 77
for each in null zero full random urandom tty; do
    touch "$host/dev/$each"
    mount --bind "/dev/$each" "$host/dev/$each" || exit 77
done
[ ! -e /dev/kvm ] || mknod "$host/dev/kvm" c 10 232
ln -s pts/ptmx "$host/dev/ptmx"
ln -s /proc/self/fd "$host/dev/fd"
for each in "$@"; do
    mkdir -p "$host$each"
    mount --bind "$each" "$host$each" && mount -o remount,bind,ro "$host$each" || exit 77
done
mkdir -p "$host$base/shared"
mount --bind "$base/shared" "$host$base/shared" || exit 77

# Nothing of this machine's own services: what is to run says so.
rm -rf "$host/etc/systemd/system" "$host/etc/systemd/network" "$host/var/lib/vmd" "$host/etc/vmd"
mkdir -p "$host/etc/systemd/system" "$host/etc/systemd/network"
echo vmconf-test > "$host/etc/hostname"
: > "$host/etc/fstab"
for each in systemd-udevd.service systemd-udev-trigger.service systemd-udevd-control.socket \
    systemd-udevd-kernel.socket systemd-timesyncd.service systemd-remount-fs.service networking.service; do
    ln -s /dev/null "$host/etc/systemd/system/$each"
done
printf '[Unit]\nRequires=basic.target\nAfter=basic.target\nAllowIsolate=yes\n' > "$host/etc/systemd/system/test.target"
cd "$host" && mkdir -p before && pivot_root . before && cd / && umount -l /before || exit 77
exec env -i container=vmconf PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=test.target
