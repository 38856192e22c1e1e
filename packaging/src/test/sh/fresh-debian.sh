#!/bin/sh
# What dist.sh packs, on a Debian 12 on which nothing else is: the archive runs where nothing is installed; the package
# is sound for lintian, installs, starts a machine, and goes without a trace; where systemd runs, it starts the service.
# usage: fresh-debian.sh [bless]    which writes docs/walk.md anew
set -eu
cd "$(dirname "$0")/../../../.."
dist=$PWD/packaging/target/dist
passed=0

skip() {
    echo "fresh-debian.sh: skipped, $*"
    exit 0
}

[ "$(id -u)" = 0 ] || skip "only root can set up a system in a folder"
for each in debootstrap lintian unshare; do
    command -v "$each" > /dev/null || skip "$each is missing"
done

ok() {
    passed=$((passed + 1))
    echo "ok $passed - $*"
}

fail() {
    echo "not ok - $*" >&2
    exit 1
}

(cd "$dist" && sha256sum --quiet --check SHA256SUMS) || fail "a checksum"
ok "checksums"

lintian --allow-root --fail-on error,warning "$dist"/*.deb || fail "lintian"
ok "lintian has no word of it"

system=$(mktemp -d)
chmod 755 "$system"
end() {
    # What still runs in there goes with it.
    for each in "$system/run/vmd.pid" /nonexistent; do
        [ ! -s "$each" ] || kill "$(cat "$each")" || :
    done
    rm -rf --one-file-system "$system"
}
trap end EXIT
debootstrap --variant=minbase bookworm "$system" > "$dist/debootstrap.log" 2>&1 || {
    tail -n 3 "$dist/debootstrap.log"
    skip "a Debian 12 cannot be fetched here"
}
# No service starts while its package is installed.
printf '#!/bin/sh\nexit 101\n' > "$system/usr/sbin/policy-rc.d"
chmod +x "$system/usr/sbin/policy-rc.d"

# A shell in the new system, with processes of its own, and a network of its own where that is said.
in_system() {
    own=
    [ "$1" != alone ] || { own=--net; shift; }
    # shellcheck disable=SC2016,SC2086 # the inner shell expands it; no option or one
    unshare --mount --pid --fork --kill-child $own sh -c '
        mount -t sysfs sysfs "$0/sys"
        mount -t proc proc "$0/proc"
        mount --rbind /dev "$0/dev"
        cp /etc/resolv.conf "$0/etc/"
        exec chroot "$0" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive sh -eu -c "$1"' "$system" "$1"
}

cp "$dist"/vmconf-*-linux-*.tar.gz "$system/root/"
printf 'vm "web" {\n\tdisk "/root/web.img"\n\tmemry 1G\n}\n' > "$system/root/vm.conf"
in_system '
    cd /root
    tar xf vmconf-*-linux-*.tar.gz
    if vmconf-*/bin/vmconf check vm.conf > said; then exit 1; fi
    grep -q "vm.conf:3:2: error" said
    sed -i s/memry/memory/ vm.conf
    vmconf-*/bin/vmconf check vm.conf
    VMCONF_JAVA_OPTIONS=-XX:AOTMode=on vmconf-*/bin/vmconf --version
    [ ! -e .cache ]
' || fail "the archive"
ok "the archive runs where nothing is installed, with its caches"

in_system 'find / -xdev -path /proc -prune -o -path /var/cache -prune -o -path /var/log -prune -o -print' |
    LC_ALL=C sort > "$dist/before.txt"
cp "$dist"/*.deb "$system/root/"
in_system 'apt-get update -qq; apt-get install -qq -y --no-install-recommends /root/*.deb > /dev/null 2>&1' ||
    fail "the package does not install"
in_system '
    vmconf --version
    vmctl completion bash > /dev/null
    vmd -n -f /root/vm.conf
    getent passwd _vmd
    VMCONF_JAVA_OPTIONS=-XX:AOTMode=on vmconf --version
    [ -s /usr/share/man/man5/vm.conf.5.gz ]
    [ -s /usr/share/bash-completion/completions/vmctl ]
' || fail "what the package brings"
ok "the package installs"

in_system 'apt-get install -qq -y --no-install-recommends qemu-system-x86 qemu-utils > /dev/null 2>&1' || fail "qemu"
cp testdata/guests/hello/hello.img "$system/root/web.img"
in_system alone '
    cd /root
    printf "vm \"web\" {\n\tmemory 64M\n\tdisk \"/root/web.img\"\n}\n" > /etc/vm.conf
    vmd -d --accel tcg & vmd=$!
    until vmctl status 2> /dev/null | grep -q "running web"; do sleep 0.2; done
    until grep -q "hello from vmconf: 64 MB memory" /var/lib/vmd/console/web.log; do sleep 0.2; done
    vmctl stop -w web
    kill $vmd
    wait $vmd || [ $? = 143 ]
' || fail "a machine"
ok "a machine starts, says hello and stops"

# The transcript is in the documentation.
mkdir -p "$system/srv/vm"
bash testdata/guests/linux/build.sh "$dist/guest" > /dev/null
cp "$dist/guest/vmlinux" "$system/srv/vm/vmlinuz"
cp "$dist/guest/initramfs.cpio.gz" "$system/srv/vm/vmlinuz.initrd"
echo 'console=ttyS0 quiet' > "$system/srv/vm/vmlinuz.cmdline"
cp packaging/src/test/sh/walk.sh "$system/root/"
rm -rf "$system/var/lib/vmd"
in_system alone 'sh /root/walk.sh' > "$dist/walk.txt"
printf '# A first machine\n\nMade by `packaging/src/test/sh/walk.sh`, on a Debian 12 where vmconf has just been installed.\n\n' > "$dist/walk.md"
printf '```\n%s\n```\n' "$(sed '/./,$!d' "$dist/walk.txt")" >> "$dist/walk.md"
if [ "${1-}" = bless ]; then
    cp "$dist/walk.md" docs/walk.md
fi
diff -u docs/walk.md "$dist/walk.md" || fail "the walk is not as in docs/walk.md"
ok "a newcomer gets from the installed package to a machine and on to libvirt"

in_system 'apt-get purge -qq -y vmconf > /dev/null 2>&1' || fail "the package does not go"
# The same with a systemd that runs: installing starts the service, an upgrade leaves the machines alone, and removing ends both.
in_system 'apt-get install -qq -y --no-install-recommends systemd systemd-sysv procps > /dev/null 2>&1' || fail "systemd"
service=0
sh packaging/src/test/sh/booted.sh "$system" <<'END' || service=$?
    until_says() { tries=0; until "$@" 2> /dev/null; do tries=$((tries + 1)); [ $tries -lt 300 ] || exit 1; sleep 0.2; done; }
    running() { vmctl status | grep -q "running web"; }
    printf 'vm "web" {\n\tmemory 64M\n\tdisk "/root/web.img"\n}\n' > /etc/vm.conf
    apt-get install -qq -y --no-install-recommends /root/*.deb > /dev/null
    systemctl is-enabled vmd
    until_says running
    until_says grep -q "hello from vmconf: 64 MB memory" /var/lib/vmd/console/web.log
    qemu=$(pgrep -f guest=web)
    grep -q "vmd-guests.service/web-" "/proc/$qemu/cgroup"
    first=$(systemctl show -P MainPID vmd)
    apt-get install -qq -y --reinstall --no-install-recommends /root/*.deb > /dev/null
    until_says running
    [ "$(systemctl show -P MainPID vmd)" != "$first" ]
    [ "$(pgrep -f guest=web)" = "$qemu" ]
    apt-get purge -qq -y vmconf > /dev/null
    if pgrep -f guest=web; then exit 1; fi
    [ ! -e /run/vmd.sock ]
    if systemctl cat vmd > /dev/null 2>&1; then exit 1; fi
    if pgrep -f "sleep infinity"; then exit 1; fi
    [ ! -e /var/lib/vmd ]
END
case $service in
    0) ok "with systemd, the service starts, an upgrade leaves machines alone, and removing ends both" ;;
    77) echo "skipped: no systemd can be booted here" ;;
    *) fail "the service" ;;
esac

in_system 'apt-get purge -qq -y --autoremove qemu-system-x86 qemu-utils iproute2 nftables > /dev/null 2>&1' || :
[ ! -e "$system/usr/lib/vmconf" ] || fail "/usr/lib/vmconf stays"
[ ! -e "$system/var/lib/vmd" ] || fail "/var/lib/vmd stays"
! grep -q _vmd "$system/etc/passwd" || fail "the user _vmd stays"
left=$(find "$system" -xdev \( -name '*vmconf*' -o -name '*vmd*' -o -name '*vmctl*' \) ! -path "$system/root/*" ! -path "$system/proc/*" ! -path "$system/var/log/*" ! -path "$system/var/cache/*")
[ -z "$left" ] || fail "these stay: $left"
ok "the package goes without a trace"
echo "$passed passed"
