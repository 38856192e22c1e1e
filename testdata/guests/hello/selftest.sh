#!/bin/bash
# Boot hello.img and hello.elf on every kind of machine they are made for.
#
#   selftest.sh            uses the kept images; needs qemu-system-x86_64
set -u
cd "$(dirname "$0")" || exit 1
. ../selftest-lib.sh
need qemu-system-x86_64 qemu-system-x86
need timeout coreutils

disk=(-drive "file=hello.img,format=raw,if=none,id=d0,snapshot=on"
    -device "virtio-blk-pci,drive=d0,bootindex=0")
kernel=(-kernel hello.elf)
tcg=(-accel 'tcg,tb-size=32' -m 64)
kvm=(-accel kvm -cpu host -m 64)

greets() {
    expect 8 "^hello from vmconf: $2 MB memory, booted ($1)\$" && expect 2 '^> $'
}

# ORIGIN ARGUMENT...: greeting, echo, answers, power off by command.
console() {
    start_guest 20 "${@:2}"
    greets "$1" 64 || return
    type_line mem
    expect 2 '^> mem$' && expect 2 '^64 MB$' && expect 2 '^> $' || return
    type_line 'nonsense '
    expect 2 '^> nonsense $' && expect 2 '^\?$' || return
    printf 'helpx\b\177p' >&"$keys"     # corrections
    type_line ''
    expect 2 '^commands: help mem args deaf reboot poweroff halt$' || return
    type_line poweroff
    ended 0
}

# ORIGIN ARGUMENT...: power off by button.
button() {
    start_guest 20 "${@:2}"
    greets "$1" 64 || return
    printf 'half a l' >&"$keys"
    expect 2 '^> half a l$' || return
    press_power_button
    ended 0 && expect 0 '^power button$'
}

# ORIGIN ARGUMENT...: a guest told to ignore the button runs on.
deaf() {
    start_guest 20 "${@:2}"
    greets "$1" 64 || return
    type_line deaf
    expect 2 '^power button ignored$' || return
    press_power_button
    type_line mem
    expect 2 '^64 MB$' || return
    type_line halt
    ended 0
}

# ORIGIN ARGUMENT...: reset, and a second greeting.
reboot() {
    start_guest 30 "${@:2}"
    greets "$1" 64 || return
    type_line reboot
    expect 8 '^hello from vmconf: ' 2 && expect 2 '^> $' || return
    type_line poweroff
    ended 0
}

# Without ACPI there is no power off: -no-reboot turns the reset into an exit.
without_acpi() {
    start_guest 20 -no-reboot "${@:2}"
    greets "$1" 64 || return
    type_line poweroff
    ended 0 && expect 0 '^no ACPI: reset instead$'
}

arguments() {
    start_guest 20 "${@:2}" -append "root=/dev/sd0a -s"
    greets "$1" 64 || return
    type_line args
    expect 2 '^root=/dev/sd0a -s$' || return
    type_line poweroff
    ended 0
}

# MEGABYTES ARGUMENT...: reported as given.
memory() {
    start_guest 20 -m "$1" "${@:2}"
    greets 'as kernel|from disk' "$1" || return
    type_line poweroff
    ended 0
}

# A program of the firmware: its variables outlive a reboot.
uefi() {
    local code=/usr/share/OVMF/OVMF_CODE_4M.fd
    start_guest 90 -M q35,graphics=off -accel tcg,tb-size=64 -m 128 \
        -drive "if=pflash,unit=0,format=raw,readonly=on,file=$code" \
        -drive "if=pflash,unit=1,format=raw,file=/usr/share/OVMF/OVMF_VARS_4M.fd,snapshot=on" \
        -drive "file=hello-efi.img,format=raw,if=none,id=d0,snapshot=on" \
        -device "virtio-blk-pci,drive=d0,bootindex=0"
    expect 40 '^hello from vmconf: booted by uefi, boot 1$' && expect 2 '^> $' || return
    type_line reboot
    expect 40 '^hello from vmconf: booted by uefi, boot 2$' || return
    type_line poweroff
    ended 0
}

for machine in q35 pc; do
    args=(-M "$machine,graphics=off" "${tcg[@]}")
    check "disk on $machine, tcg: console" console 'from disk' "${args[@]}" "${disk[@]}"
    check "disk on $machine, tcg: power button" button 'from disk' "${args[@]}" "${disk[@]}"
    check "disk on $machine, tcg: reboot" reboot 'from disk' "${args[@]}" "${disk[@]}"
    check "kernel on $machine, tcg: console" console 'as kernel' "${args[@]}" "${kernel[@]}"
    check "kernel on $machine, tcg: power button" button 'as kernel' "${args[@]}" "${kernel[@]}"
    check "kernel on $machine, tcg: reboot" reboot 'as kernel' "${args[@]}" "${kernel[@]}"
done
check "disk on q35, tcg: ignored power button" deaf 'from disk' -M q35 "${tcg[@]}" "${disk[@]}"
check "kernel on q35, tcg: arguments" arguments 'as kernel' -M q35 "${tcg[@]}" "${kernel[@]}"
for megabytes in 4 100 3072 5000; do
    check "kernel on q35, tcg: $megabytes MB" memory "$megabytes" -M q35 -accel tcg "${kernel[@]}"
done
check "disk on q35, tcg: 2049 MB" memory 2049 -M q35 -accel tcg "${disk[@]}"

if [ -r /usr/share/OVMF/OVMF_CODE_4M.fd ]; then
    check "UEFI disk on q35, tcg: variables, reboot" uefi
else
    echo 'skipped UEFI: install ovmf'
fi

accelerators=(tcg)
if [ -r /dev/kvm ] && [ -w /dev/kvm ]; then
    accelerators+=(kvm)
else
    echo 'skipped microvm with kvm: /dev/kvm is not accessible'
fi
for accelerator in "${accelerators[@]}"; do
    args=("${tcg[@]}")
    [ "$accelerator" = tcg ] || args=("${kvm[@]}")
    args+=("${kernel[@]}")
    check "kernel on microvm, $accelerator: console" console 'as kernel' -M microvm "${args[@]}"
    check "kernel on microvm, $accelerator: power button" button 'as kernel' -M microvm "${args[@]}"
    check "kernel on microvm, $accelerator: reboot" reboot 'as kernel' -M microvm "${args[@]}"
    check "kernel on microvm without ACPI, $accelerator" \
        without_acpi 'as kernel' -M microvm,acpi=off "${args[@]}"
    check "kernel on microvm without PIT, $accelerator" \
        console 'as kernel' -M microvm,pit=off "${args[@]}"
    check "kernel on microvm without PIC, $accelerator" \
        console 'as kernel' -M microvm,pic=off "${args[@]}"
done
summary
