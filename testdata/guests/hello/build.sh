#!/bin/sh
# Build hello.img, hello.elf, hello.efi and hello-efi.img.
#
#   build.sh [OUTDIR]      default: the folder of this script
#
# Needs GNU binutils for x86; set AS, LD and OBJCOPY where they have other names,
# for example x86_64-linux-gnu-as. The results are the same bytes on every run.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here}
AS=${AS:-as} LD=${LD:-ld} OBJCOPY=${OBJCOPY:-objcopy}

for tool in "$AS" "$LD" "$OBJCOPY"; do
    command -v "$tool" >/dev/null || {
        echo "build.sh: $tool is missing: install GNU binutils" >&2
        exit 1
    }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# Assembled from within the folder, so that no path gets into an object.
cd "$here"
common="hello console memory cpu acpi"
for part in boot pvh $common; do
    "$AS" --32 -mx86-used-note=no -o "$work/$part.o" "$part.S"
done
"$AS" --64 -mx86-used-note=no -o "$work/efi.o" efi.S
"$OBJCOPY" -O binary -j .efi "$work/efi.o" "$work/hello.efi"
"$AS" --64 -mx86-used-note=no -I "$work" -o "$work/esp.o" esp.S
"$OBJCOPY" -O binary -j .esp "$work/esp.o" "$work/hello-efi.img"

cd "$work"
# shellcheck disable=SC2086  # lists of words
objects=$(printf '%s.o ' $common)
flags="-m elf_i386 -nostdlib -static --build-id=none -z noexecstack -z noseparate-code"
# shellcheck disable=SC2086
"$LD" $flags -T "$here/disk.ld" -o disk.elf boot.o $objects
# shellcheck disable=SC2086
"$LD" $flags -T "$here/kernel.ld" -o kernel.elf pvh.o $objects

"$OBJCOPY" -O binary -j .boot -j .text -j .rodata disk.elf hello.img
truncate -s 524288 hello.img    # SeaBIOS boots from no disk below a cylinder, 504 KiB
"$OBJCOPY" --strip-all kernel.elf hello.elf

chmod 644 hello.img hello.elf hello.efi hello-efi.img
mv hello.img hello.elf hello.efi hello-efi.img "$out/"
