#!/bin/sh
# Builds the sources once more, in another folder, and compares what comes out with what "mvn package" made here.
set -eu
cd "$(dirname "$0")/../../../.."
here=$PWD/packaging/target/vmconf
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q . "$work/again"
(cd "$work/again" && VMCONF_AOT=off mvn -B -ntp -q -Dstyle.color=never -Dmaven.test.skip=true \
    -pl testdata,grammar,compiler,runtime,lsp-server,packaging package)
for part in bin lib; do
    diff -r "$here/$part" "$work/again/packaging/target/vmconf/$part" || {
        echo "not ok - two builds differ" >&2
        exit 1
    }
done
echo "ok - two builds give the same bytes, $(find "$here/bin" "$here/lib" -type f | wc -l) files"
