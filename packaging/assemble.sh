#!/bin/sh
# Completes the folder that Maven has filled with jars: launchers, build id, AOT caches.
# usage: assemble.sh FOLDER VERSION
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=$1
version=$2

mkdir -p "$target/bin"
cp "$here"/../bin/vmconf "$here"/../bin/vmd "$here"/../bin/vmctl "$here"/../bin/vmconf-lsp "$target/bin/"
cp "$here/src/launcher.sh" "$here/src/find-jdk.sh" "$target/lib/"
rm -rf "$target/lib/aot-training" "$target/aot"
cp -r "$here/src/aot" "$target/lib/aot-training"

# The JVM keeps no class of a signed jar in a cache, so the copies that run go without signatures.
. "$here/src/find-jdk.sh"
if find_jdk; then
    for jar in "$target"/lib/org.eclipse.*.jar; do
        # Names of entries stand in a jar as they are.
        grep -aqE 'META-INF/[A-Za-z0-9_-]+\.SF' "$jar" || continue
        work=$(mktemp -d)
        (cd "$work" && "$home/bin/jar" --extract --file "$jar")
        rm -f "$work"/META-INF/*.SF "$work"/META-INF/*.RSA "$work"/META-INF/*.DSA
        mv "$work/META-INF/MANIFEST.MF" "$work.manifest"
        "$home/bin/jar" --create --file "$jar" --manifest "$work.manifest" --date 2026-01-01T00:00:00Z -C "$work" .
        rm -rf "$work" "$work.manifest"
    done
fi

# The launchers name caches after this, so that a cache never outlives its jars.
(cd "$target/lib" && cat ./*.jar | sha256sum | cut -c1-16) > "$target/lib/build-id"
printf '%s\n' "$version" > "$target/lib/version"

# A cache holds only for the JDK that made it; another JDK makes its own at first use.
mkdir -p "$target/aot"
[ "${VMCONF_AOT-}" != off ] || exit 0
for program in vmconf vmd vmctl vmconf-lsp; do
    from=$target/lib/aot-training/$program
    for training in "$from".dialogue "$from".args "$from".*.args; do
        [ -r "$training" ] || continue
        name=${training##*/} name=${name%.*} command=${name#"$program"} command=${command#.}
        VMCONF_AOT=make "$target/bin/$program" ${command:+"$command"} ||
            echo "assemble.sh: no AOT cache for $name, it starts without" >&2
    done
done
