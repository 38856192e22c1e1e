#!/bin/sh
# Build the images in a temporary folder and compare them with the kept ones.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/build.sh" "$work"
status=0
for image in hello.img hello.elf hello.efi hello-efi.img; do
    if cmp -s "$work/$image" "$here/$image"; then
        echo "$image is what the sources make"
    else
        echo "$image differs from what the sources make: run build.sh, or mind the version of binutils" >&2
        status=1
    fi
done
exit $status
