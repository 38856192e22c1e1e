#!/bin/bash
# Boot the Linux guest under QEMU and look for everything README.md promises.
#
#   selftest.sh [OUTDIR]   uses what build.sh made there, or makes it (default: for this
#                          run only); needs qemu-system-x86_64 and what build.sh needs
set -u
cd "$(dirname "$0")" || exit 1
. ../selftest-lib.sh
need qemu-system-x86_64 qemu-system-x86
need truncate coreutils

out=${1:-$work.out}
[ $# -gt 0 ] || trap 'stop_guest; rm -rf "$work" "$out"' EXIT
./build.sh "$out" || exit 1

tcg=(-accel 'tcg,tb-size=64' -cpu max)
boot=(-initrd "$out/initramfs.cpio.gz" -append "console=ttyS0 quiet" -no-reboot)

# MEGABYTES
ready() {
    expect 40 "^linux guest ready: $1 MB memory\$"
}

# Devices of all kinds, told apart from each other; a NIC that nobody answers.
devices() {
    truncate -s 64M "$out/disk"
    truncate -s 2M "$out/cdrom"
    start_guest 60 -M q35,graphics=off "${tcg[@]}" -m 192 -kernel "$out/vmlinux" "${boot[@]}" \
        -drive "file=$out/disk,format=raw,if=none,id=d0,snapshot=on" -device virtio-blk-pci,drive=d0 \
        -device virtio-scsi-pci,id=scsi0 \
        -drive "file=$out/cdrom,format=raw,if=none,id=cd0,media=cdrom,readonly=on" \
        -device scsi-cd,bus=scsi0.0,drive=cd0 \
        -device virtio-rng-pci -device virtio-balloon-pci \
        -netdev user,id=n0,hostname=tester,bootfile=auto_install,tftp="$out" \
        -device virtio-net-pci,netdev=n0 \
        -netdev hubport,id=n1,hubid=1 -device virtio-net-pci,netdev=n1 \
        -netdev user,id=n2,net=100.64.9.0/24 -device virtio-net-pci,netdev=n2
    ready 192 && expect 10 '^disk vda 64 MB$' && expect 10 '^cdrom sr0 2 MB$' &&
        expect 20 '^eth0 address 10\.0\.2\.15/24 router 10\.0\.2\.2 dns 10\.0\.2\.3$' &&
        expect 5 '^eth0 hostname tester$' &&
        expect 5 '^eth0 bootfile auto_install server 10\.0\.2\.2$' &&
        expect 20 '^eth2 address 100\.64\.9\.15/24 router 100\.64\.9\.2 dns 100\.64\.9\.3$' || return
    type_line 'ping -c 1 -W 5 10.0.2.2 >/dev/null && echo ping''ed'
    expect 10 '^pinged$' || return
    press_power_button
    expect 10 '^power button$' && ended 0
}

# MACHINE KERNEL ARGUMENT...: a shell, and a power off of its own.
shell() {
    start_guest 60 -M "$1" "${tcg[@]}" -m 128 -kernel "$out/$2" "${boot[@]}" "${@:3}"
    ready 128 && expect 10 '^# ' || return
    # shellcheck disable=SC2016  # for the guest to expand
    type_line 'echo $((6 * 7)) $(tty)'
    expect 5 '^42 /dev/ttyS0$' || return
    type_line 'poweroff -f'
    ended 0
}

# A point-to-point link as vmd makes them: /31, the router being the tap's other end.
# Runs in a network namespace of its own.
point_to_point() {
    # shellcheck disable=SC2016  # for the inner shell to expand
    unshare -n bash -c '
        . ../selftest-lib.sh
        ip link set lo up
        ip tuntap add tap0 mode tap && ip addr add 100.64.1.2/31 dev tap0 && ip link set tap0 up || exit
        dnsmasq --port=0 --no-daemon --conf-file=/dev/null --interface=tap0 --bind-interfaces \
            --dhcp-range=100.64.1.3,100.64.1.3,255.255.255.254 --dhcp-leasefile="$work/../$$.leases" \
            --dhcp-option=6,100.64.1.2 >/dev/null 2>&1 &
        dnsmasq=$!
        trap "stop_guest; kill $dnsmasq; rm -rf $work $work/../$$.leases" EXIT
        start_guest 60 "$@" -netdev tap,id=n0,ifname=tap0,script=no,downscript=no \
            -device virtio-net-pci,netdev=n0
        expect 40 "^eth0 address 100\.64\.1\.3/31 router 100\.64\.1\.2 dns 100\.64\.1\.2$" || exit
        ping -c 1 -W 5 100.64.1.3 || exit
        type_line "ping -c 1 -W 5 100.64.1.2 >/dev/null && echo ping\"\"ed"
        expect 10 "^pinged$" || exit
        press_power_button
        ended 0
    ' - -M q35,graphics=off "${tcg[@]}" -m 128 -kernel "$out/vmlinux" "${boot[@]}"
}

check "q35, vmlinux: disks, interfaces, power button" devices
check "q35, vmlinuz: shell and poweroff" shell q35,graphics=off vmlinuz
check "pc, vmlinux: shell and poweroff" shell pc,graphics=off vmlinux
check "microvm, vmlinux: shell and poweroff" shell microvm vmlinux \
    -append "console=ttyS0 quiet tsc_early_khz=2000000 no_timer_check"
if [ "$(id -u)" -eq 0 ] && command -v dnsmasq ip unshare ping >/dev/null &&
    [ -c /dev/net/tun ] && unshare -n true 2>/dev/null; then
    check "q35, vmlinux: /31 on a tap" point_to_point
else
    echo 'skipped /31 on a tap: needs root, /dev/net/tun, iproute2, ping and dnsmasq'
fi
summary
