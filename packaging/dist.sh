#!/bin/sh
# Packs what "mvn package" has put together, for machines that have not built it. The same sources and the same JDK
# give the same bytes, but for the caches of what the JVM has learned.
# usage: dist.sh [FOLDER]    by default target/dist
#   vmconf-VERSION.tar.gz            needs Java 25
#   vmconf-VERSION-linux-ARCH.tar.gz has a Java of its own, with its caches
#   vmconf_VERSION_ARCH.deb          the same as a package of Debian
#   SHA256SUMS
set -eu
cd "$(dirname "$0")"
built=$PWD/target/vmconf
mkdir -p "${1:-target/dist}"
dist=$(cd "${1:-target/dist}" && pwd)
read -r version < "$built/lib/version"
# As the root pom has it.
export SOURCE_DATE_EPOCH=1767225600
umask 022

# What the programs use of Java, as "jdeps --print-module-deps" says.
modules=java.base,java.compiler,java.desktop,java.sql,jdk.httpserver,jdk.net,jdk.unsupported

. src/find-jdk.sh
find_jdk || { echo "dist.sh: needs Java $needed, found none in: $looked" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# All files as old as the sources: the JVM, too, knows what it has learned about by its age.
settle() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

pack() {
    settle "$work/$1"
    tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -c "$1" | gzip -n > "$dist/$2"
    echo "$2: $(stat -c %s "$dist/$2") bytes"
}

# The tree that is the same everywhere.
plain=vmconf-$version
mkdir "$work/$plain"
cp -r "$built/bin" "$built/lib" ../LICENSE ../README.md ../CHANGELOG.md "$work/$plain/"
man=$work/$plain/share/man
for page in ../docs/man/*; do
    section=${page##*.}
    mkdir -p "$man/man$section"
    cp "$page" "$man/man$section/"
done
cp target/bom.json "$work/$plain/share/"
# The unit is that of an exported host, for the file that the administrator writes.
mkdir -p "$work/$plain/share/systemd"
: > "$work/empty.conf"
"$built/bin/vmconf" export linux-host "$work/empty.conf" -o "$work/host"
sed -e 's|^ExecStart=.*|ExecStart=vmd -d -f /etc/vm.conf|' -e 's|^\[Service\]|ConditionPathExists=/etc/vm.conf\n\n&|' \
    "$work/host/vmd.service" | cat -s > "$work/$plain/share/systemd/vmd.service"
grep -q '^ExecStart=vmd -d -f /etc/vm.conf$' "$work/$plain/share/systemd/vmd.service"
cp "$work/host/vmd-guests.service" "$work/$plain/share/systemd/"
completions=$work/$plain/share/completions
mkdir -p "$completions"
for shell in bash zsh fish; do
    for program in vmconf vmctl; do
        "$built/bin/$program" completion "$shell" > "$completions/$program.$shell"
    done
done
pack "$plain" "$plain.tar.gz"

# With a Java of its own.
arch=$(uname -m)
image=vmconf-$version-linux-$arch
mv "$work/$plain" "$work/$image"
"$home/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --strip-debug --output "$work/$image/jdk"
grep -E '^(IMPLEMENTOR|JAVA_RUNTIME_VERSION)=' "$home/release" > "$work/release" || :
cat "$work/$image/jdk/release" >> "$work/release"
mv "$work/release" "$work/$image/jdk/release"
settle "$work/$image"
mkdir "$work/$image/aot"
for training in "$work/$image"/lib/aot-training/*.args "$work/$image"/lib/aot-training/*.dialogue; do
    name=${training##*/} name=${name%.*} program=${name%%.*} command=${name#"$program"}
    VMCONF_AOT=make "$work/$image/bin/$program" ${command:+"${command#.}"} ||
        echo "dist.sh: no cache for $name, it starts without" >&2
done
pack "$image" "$image.tar.gz"

if command -v dpkg-deb > /dev/null; then
    root=$work/deb
    mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/sbin" "$root/lib/systemd/system"
    mv "$work/$image" "$root/usr/lib/vmconf"
    vmconf=$root/usr/lib/vmconf
    for program in vmconf vmctl vmconf-lsp; do
        ln -s "../lib/vmconf/bin/$program" "$root/usr/bin/$program"
    done
    ln -s ../lib/vmconf/bin/vmd "$root/usr/sbin/vmd"
    mv "$vmconf/share/systemd"/*.service "$root/lib/systemd/system/"
    mkdir -p "$root/usr/share/doc/vmconf"
    mv "$vmconf/share/man" "$root/usr/share/man"
    gzip -n -9 "$root"/usr/share/man/man*/*
    mkdir -p "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" \
        "$root/usr/share/fish/vendor_completions.d"
    for program in vmconf vmctl; do
        mv "$vmconf/share/completions/$program.bash" "$root/usr/share/bash-completion/completions/$program"
        mv "$vmconf/share/completions/$program.zsh" "$root/usr/share/zsh/vendor-completions/_$program"
        mv "$vmconf/share/completions/$program.fish" "$root/usr/share/fish/vendor_completions.d/$program.fish"
    done
    rm -r "$vmconf/share" "$vmconf/LICENSE"
    mv "$vmconf/README.md" "$root/usr/share/doc/vmconf/"
    mv "$vmconf/CHANGELOG.md" "$root/usr/share/doc/vmconf/NEWS.md"
    cp src/deb/copyright "$root/usr/share/doc/vmconf/"
    cp target/bom.json "$root/usr/share/doc/vmconf/"
    mkdir -p "$root/usr/share/lintian/overrides"
    cp src/deb/lintian-overrides "$root/usr/share/lintian/overrides/vmconf"
    debian=$(printf '%s' "$version" | sed 's/-SNAPSHOT/~snapshot/')
    architecture=$(dpkg --print-architecture)
    printf 'vmconf (%s) unstable; urgency=medium\n\n  * See NEWS.md.\n\n -- the vmconf authors <vmconf@localhost.localdomain>  %s\n' \
        "$debian" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -n -9 > "$root/usr/share/doc/vmconf/changelog.gz"
    size=$(du -sk "$root" | cut -f1)
    sed -e "s/@VERSION@/$debian/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/" src/deb/control > "$root/DEBIAN/control"
    cp src/deb/postinst src/deb/prerm src/deb/postrm "$root/DEBIAN/"
    chmod 755 "$root"/DEBIAN/p*
    (cd "$root" && find usr lib -type f -exec md5sum {} + | LC_ALL=C sort -k 2) > "$root/DEBIAN/md5sums"
    chmod -R u+w,go-w,go+rX "$root"
    settle "$root"
    deb=vmconf_${debian}_$architecture.deb
    dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$dist/$deb" > /dev/null
    echo "$deb: $(stat -c %s "$dist/$deb") bytes"
else
    echo "dist.sh: no package of Debian, as dpkg-deb is missing" >&2
fi

cd "$dist"
sha256sum -- *.tar.gz *.deb 2> /dev/null > SHA256SUMS || sha256sum -- *.tar.gz > SHA256SUMS
