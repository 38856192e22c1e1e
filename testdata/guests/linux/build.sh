#!/bin/bash
# Make a small Linux guest from Debian packages, which are unpacked but not installed.
#
#   build.sh OUTDIR        fills OUTDIR with vmlinuz, vmlinux, initramfs.cpio.gz, versions
#
# Does nothing when OUTDIR already holds what these package versions and this folder's
# files make. KERNEL and BUSYBOX name other packages. Needs no root.
set -euo pipefail
export LC_ALL=C

die() {
    echo "build.sh: $*" >&2
    exit 1
}

[ $# -eq 1 ] || die "usage: build.sh OUTDIR"
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

# need TOOL PACKAGE
need() {
    command -v "$1" >/dev/null || die "$1 is missing: apt-get install $2"
}
need apt-get apt
need dpkg-deb dpkg
need lz4 lz4
need cpio cpio
need gzip gzip
need od coreutils

# package_version NAME: what apt would download. Not grep -q or "exit" in awk: closing
# the pipe early would count as a failure of apt-cache.
package_version() {
    apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }' || true
}

# A metapackage depends on the kernel of the day; a real one names itself.
kernel=${KERNEL:-linux-image-cloud-amd64}
busybox=${BUSYBOX:-busybox-static}
real=$(apt-cache depends "$kernel" 2>/dev/null |
    awk '$1 == "Depends:" && $2 ~ /^linux-image-[0-9]/ && !found++ { print $2 }') || true
kernel=${real:-$kernel}
kernel_version=$(package_version "$kernel")
busybox_version=$(package_version "$busybox")
[ -n "$kernel_version" ] ||
    die "no package $kernel: run apt-get update, or set KERNEL on systems other than Debian amd64"
[ -n "$busybox_version" ] || die "no package $busybox: run apt-get update"

files="build.sh init udhcpc.script power-button"
versions=$(
    echo "$kernel $kernel_version"
    echo "$busybox $busybox_version"
    cd "$here"
    # shellcheck disable=SC2086  # a list
    sha256sum $files
)
if [ -s "$out/vmlinuz" ] && [ -s "$out/vmlinux" ] && [ -s "$out/initramfs.cpio.gz" ] &&
    [ -s "$out/network.cpio.gz" ] && [ "$(cat "$out/versions" 2>/dev/null)" = "$versions" ]; then
    echo "up to date: $kernel $kernel_version"
    exit 0
fi
rm -f "$out/versions"

work=$(mktemp -d "$out/.build.XXXXXX")
trap 'rm -rf "$work"' EXIT

# --- fetch and unpack -------------------------------------------------------------------
mkdir "$work/packages" "$work/kernel" "$work/busybox"
cd "$work/packages"
for package in "$kernel=$kernel_version" "$busybox=$busybox_version"; do
    # As root, apt would rather download as a user who cannot write here.
    apt-get -qq -o APT::Sandbox::User=root download "$package" >"$work/log" 2>&1 ||
        die "cannot download $package: $(tail -n 1 "$work/log")"
done
dpkg-deb -x "$kernel"_*.deb "$work/kernel"
dpkg-deb -x "$busybox"_*.deb "$work/busybox"

set -- "$work"/kernel/boot/vmlinuz-*
[ -f "$1" ] || die "$kernel holds no boot/vmlinuz-*"
vmlinuz=$1
release=${vmlinuz##*/vmlinuz-}
modules=$work/kernel/lib/modules/$release/kernel
[ -d "$modules" ] || modules=$work/kernel/usr/lib/modules/$release/kernel
[ -d "$modules" ] || die "$kernel holds no modules"

# --- vmlinux: the payload of the bzImage ------------------------------------------------
# field OFFSET BYTES: a little-endian number of the bzImage header.
field() {
    od -An -v -j "$1" -N "$2" -t "u$2" "$vmlinuz" | tr -d ' '
}
[ "$(field $((0x202)) 4)" = $((0x53726448)) ] ||        # "HdrS"
    die "$kernel: vmlinuz is not a bzImage"
setup_sectors=$(field $((0x1f1)) 1)
payload=$(((setup_sectors + 1) * 512 + $(field $((0x248)) 4)))
length=$(field $((0x24c)) 4)
magic=$(od -An -t x1 -j "$payload" -N 4 "$vmlinuz" | tr -d ' ')
[ "$magic" = 02214c18 ] ||
    die "$kernel: the payload of vmlinuz is not LZ4 (it starts with $magic), which is all this script unpacks"
# The last 4 bytes are the unpacked size, not LZ4.
tail -c +$((payload + 1)) "$vmlinuz" >"$work/payload.lz4"
truncate -s $((length - 4)) "$work/payload.lz4"
lz4 -dcq "$work/payload.lz4" >"$work/vmlinux" || die "$kernel: cannot unpack vmlinuz"
[ "$(od -An -t x1 -N 4 "$work/vmlinux" | tr -d ' ')" = 7f454c46 ] ||
    die "$kernel: the payload of vmlinuz is not an ELF file"

# --- initramfs --------------------------------------------------------------------------
root=$work/root
folder=lib/modules
mkdir -p "$root"/{bin,dev,etc/acpi/PWRF,lib/modules,proc,sys,tmp}
cp "$work/busybox/bin/busybox" "$root/bin/" 2>/dev/null ||
    cp "$work/busybox/usr/bin/busybox" "$root/bin/" || die "$busybox holds no busybox"
ln -s busybox "$root/bin/sh"
cp "$here/init" "$root/init"
cp "$here/udhcpc.script" "$root/etc/udhcpc"
cp "$here/power-button" "$root/etc/acpi/PWRF/00000080"
chmod 755 "$root/init" "$root/etc/udhcpc" "$root/etc/acpi/PWRF/00000080"

# add_module NAME: with what it depends on, in the order in which they must be loaded.
# The dependencies are written in the module itself, so depmod is not needed. A name
# that is in no file must be built into the kernel.
declare -A seen=()
add_module() {
    local name=${1//-/_} file dependency
    [ -z "${seen[$name]:-}" ] || return 0
    seen[$name]=1
    # File names have "-" or "_" as they please.
    file=$(find "$modules" -regex ".*/${name//_/[-_]}\.ko\(\.xz\|\.zst\)?" -print -quit)
    if [ -z "$file" ]; then
        grep -Eq "/${name//_/[-_]}\.ko\$" "${modules%/kernel}/modules.builtin" ||
            die "$kernel has no module $1"
        return 0
    fi
    case $file in
    *.xz) need xz xz-utils && xz -dc "$file" ;;
    *.zst) need zstd zstd && zstd -dcq "$file" ;;
    *) cat "$file" ;;
    esac >"$root/$folder/$name.ko"
    for dependency in $(tr '\0' '\n' <"$root/$folder/$name.ko" |
        sed -n 's/^depends=//p' | tr , ' '); do
        add_module "$dependency"
    done
    echo "$name.ko" >>"$root/$folder/order"
}

# Buses, network, disks, CD-ROM with its file system, power button, and what a host may
# want to see working: random numbers, memory balloon.
for module in virtio_pci virtio_mmio virtio_net virtio_blk virtio_scsi sd_mod sr_mod isofs \
    button evdev virtio_rng virtio_balloon; do
    add_module "$module"
done

# archive NAME: the same files in the same order, with no time or owner of the day.
archive() {
    cd "$root"
    find . -exec touch -h -d @0 {} +
    find . -mindepth 1 | sort | cpio --quiet --reproducible -o -H newc -R 0:0 |
        gzip -9n >"$work/$1"
}
archive initramfs.cpio.gz

# What a guest needs that is a host of guests itself; nothing loads these by itself.
root=$work/network
folder=lib/network
mkdir -p "$root/$folder"
for module in tun bridge veth vrf; do
    add_module "$module"
done
archive network.cpio.gz

cp "$vmlinuz" "$work/vmlinuz"
chmod 644 "$work"/vmlinu[xz] "$work"/*.cpio.gz
mv "$work"/vmlinu[xz] "$work"/*.cpio.gz "$out/"
echo "$versions" >"$out/versions"
echo "built: $kernel $kernel_version, initramfs $(($(wc -c <"$out/initramfs.cpio.gz") / 1024)) KiB"
