#!/bin/busybox sh
# The first process of a guest that plays a host: first one without systemd, then one with it. It runs vmd, kills it,
# takes its machine's memory away, and says what came of it in lines that begin with "= ".

export PATH=/usr/bin:/sbin:/bin
if [ ! -e /vm.conf ]; then
    /bin/busybox --install -s /bin
    mkdir -p /run /tmp /host
    mount -t proc proc /proc
    mount -t sysfs sysfs /sys
    mount -t devtmpfs dev /dev
    exec </dev/console >/dev/console 2>&1
    echo 4 >/proc/sys/kernel/printk
    for order in /lib/modules /lib/network; do
        while read -r module; do insmod "$order/$module"; done <"$order/order"
    done
    mount -t ext4 /dev/vda /host
    cd /host && mkdir -p proc sys dev tmp run var/run var/lib etc bin sbin
    ln -sf bin/busybox sbin/init
    cp /bin/busybox bin/ && chroot . /bin/busybox --install -s /bin
    cp /first test.sh
    echo 'root:x:0:0::/:/bin/sh
nobody:x:65534:65534::/:/bin/false' >etc/passwd
    echo 'root:x:0:
nogroup:x:65534:' >etc/group
    for each in proc sys dev; do mount --move /$each $each; done
    mkdir -p dev/pts && mount -t devpts devpts dev/pts
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    chroot . /bin/sh /test.sh
    mount -t tmpfs tmpfs run
    umount sys/fs/cgroup
    printf '#!/bin/sh\nexec sh /java vmconf.runtime.Vmd "$@"\n' >bin/vmd && chmod +x bin/vmd
    exec chroot . /lib/systemd/systemd --system --unit=look.service
fi


# wait_for SECONDS COMMAND...: whether it becomes true
wait_for() {
    tries=$(($1 * 5))
    shift
    while [ "$tries" -gt 0 ]; do
        if "$@" 2>/dev/null >&2; then return 0; fi
        tries=$((tries - 1))
        sleep 0.2
    done
    return 1
}

tell() {
    what=$1
    shift
    if wait_for 60 "$@"; then
        echo "= $what: yes"
    else
        echo "= $what: no"
        cat /tmp/log
    fi
}

vmd() {
    sh /java vmconf.runtime.Vmd start -d --accel tcg /vm.conf >/tmp/log 2>&1 &
    vmd=$!
}

# Under systemd everything is as it is exported.
under_systemd() {
    rm -f /vmd.log /var/lib/vmd/console/hello.log
    systemctl start vmd || systemctl status vmd
    tell "systemd runs vmd" systemctl is-active vmd
    wait_for 60 grep -q ^limits /vmd.log
    grep '^limits' /vmd.log | sed 's/^/= /'
    tell "the guest runs" grep -q "hello from vmconf" /var/lib/vmd/console/hello.log
    group=$(echo $groups/hello-*)
    pid=$(pidof qemu-system-x86_64)
    tell "its process is in" in_group
    for each in memory.max pids.max; do
        echo "= $each $(cat "$group/$each")"
    done
    systemctl kill -s KILL --kill-who=main vmd
    tell "after vmd was killed" in_group
    tell "the next vmd looks after it" grep -q "took over hello" /vmd.log
    echo 4M >"$group/memory.max"
    wait_for 60 grep -q "it took more memory" /vmd.log
    wait_for 20 gone
    grep "it took more memory" /vmd.log | sed 's/^/= /'
    echo "= vmd.service $(systemctl is-active vmd), vmd-guests.service $(systemctl is-active vmd-guests)"
    echo "= groups that are left: $(find $groups -mindepth 1 -type d -exec basename {} ';' | xargs)"
}

in_group() { [ "$(cat "$group/cgroup.procs")" = "$pid" ]; }

gone() { [ ! -e "$group" ]; }

if [ "${1-}" = look ]; then
    groups=/sys/fs/cgroup/system.slice/vmd-guests.service
    under_systemd
    echo "= end"
    sleep 1
    poweroff -f
fi
echo # the firmware may have left its line open
groups=/sys/fs/cgroup/vmd-guests

vmd
tell "the guest runs" grep -q "hello from vmconf" /var/lib/vmd/console/hello.log >/tmp/runs
grep '^limits' /tmp/log | sed 's/^/= /'
cat /tmp/runs
group=$(echo $groups/hello-*)
for each in memory.max memory.swap.max pids.max cpu.weight; do
    echo "= $each $(cat "$group/$each")"
done
pid=$(pidof qemu-system-x86_64)
tell "its process is in" in_group
echo "= killed by the kernel so far: $(grep 'oom_kill ' "$group/memory.events")"
echo "peak $(cat "$group/memory.peak") of $(cat "$group/pids.current") threads"

kill -9 $vmd
wait $vmd 2>/dev/null
tell "after vmd was killed" in_group
vmd
tell "the next vmd looks after it" grep -q "took over hello" /tmp/log

echo 4M >"$group/memory.max"
wait_for 60 gone
wait_for 20 grep -q "it took more memory" /tmp/log
grep "it took more memory" /tmp/log | sed 's/^/= /'
echo "= groups that are left: $(find $groups -mindepth 1 -type d | wc -l)"
kill -TERM $vmd
wait $vmd 2>/dev/null
if [ -e $groups ]; then echo "= after the end: $(ls $groups)"; else echo "= after the end: nothing is left"; fi
