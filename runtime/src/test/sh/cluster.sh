#!/bin/sh
# Two hosts with corosync, Pacemaker and libvirt of their own that run what was exported; one of them dies.
# usage: unshare -n -m -p -f --kill-child --mount-proc cluster.sh ROOT EXPORTED
# ROOT is an empty folder, EXPORTED what vmconf export pacemaker --emulated has written for three machines of 64M with the
# guest "hello": first, second, and once, which boots from its disk once. The namespaces keep it apart: its processes,
# files, sockets and links are gone with them.
set -eu
root=$1
exported=$2
here=$(cd "$(dirname "$0")" && pwd)

mount --make-rprivate /
mount -t tmpfs tmpfs "$root"

for n in 1 2; do
    mkdir "$root/$n"
    unshare -n -m -u -i -p -f --kill-child sh "$here/cluster-node.sh" "$root" "$n" > "$root/$n/log" 2>&1 &
done
trap 'tail -n 40 "$root"/*/log >&2' EXIT

# until_true SECONDS WHAT COMMAND...: waits for the command to succeed; ten tries are a second
until_true() {
    tries=$(($1 * 10))
    what=$2
    shift 2
    until "$@" > "$root/last" 2>&1; do
        tries=$((tries - 1))
        if [ $tries -le 0 ]; then
            echo "$what: never" >&2
            cat "$root/last" >&2
            on 1 crm_mon -1 -r >&2
            exit 1
        fi
        sleep 0.1
    done
}

# on NODE COMMAND...: runs it there
on() {
    read -r pid < "$root/$1/pid"
    shift
    nsenter -t "$pid" -n -m -u -i -p -- "$@"
}

say() { echo "== $1"; }

until_true 10 "nodes" test -e "$root/1/pid" -a -e "$root/2/pid"
read -r one < "$root/1/pid"
read -r two < "$root/2/pid"
ip link add node1 netns "$one" type veth peer name node2 netns "$two"
until_true 60 "libvirt and Pacemaker" test -e "$root/1/ready" -a -e "$root/2/ready"
both() { on 1 crm_mon -1 | grep -q 'Online: \[ kvm1 kvm2 \]'; }
until_true 60 "a cluster of two" both

say unready
on 1 sh "$exported/preflight.sh" || true
say preflight
for n in 1 2; do
    on $n ip link add bridge0 type bridge
    on $n ip link set bridge0 up
    on $n env MEMORY=100 sh "$exported/node.sh"
done
say plan
on 1 sh "$exported/apply.sh" -n
say apply
on 1 sh "$exported/apply.sh"
started() { [ "$(on 1 crm_mon -1 | grep -c "VirtualDomain.*Started $2\$")" = "$1" ]; }
until_true 60 "two machines" started 2 'kvm[12]'
say placed
on 1 crm_mon -1 -r
say starts
on 1 cibadmin --query --scope status | grep -o 'id="vm[^"]*_last_0".*operation="start".*last-rc-change="[0-9]*"' |
    sed 's/_last_0".*last-rc-change="/ /; s/^id="//; s/"$//'
say again
on 1 sh "$exported/apply.sh"
for n in 1 2; do on $n env MEMORY=200 sh "$exported/node.sh"; done
until_true 60 "three machines" started 3 'kvm[12]'
on 1 crm_mon -1 -r

# Kills the host when the other one asks for it, as its power would be switched.
(
    while [ ! -e "$root/fence" ]; do sleep 0.1; done
    read -r name < "$root/fence"
    echo "$name" > "$root/fenced"
) &
say killed
kill -9 "$two"
until_true 60 "all machines on the other node" started 3 kvm1
on 1 crm_mon -1 -r
cat "$root/fenced"
console() { on 1 virsh -c qemu:///system ttyconsole "$1" | head -n 1; }
# type MACHINE WORD SECONDS: types it on the console, and shows what is read there meanwhile
type() {
    console=$(on 1 virsh -c qemu:///system ttyconsole "$1" | head -n 1)
    on 1 sh -c "timeout $3 cat $console & sleep 0.5; printf '$2\r' > $console; wait" || true
}
# A guest that has only just been started reads nothing yet: it is told again.
greets() { type "$1" reboot 3 > "$root/typed"; grep -a -m 1 hello "$root/typed"; }
ends() { type "$1" "$2" 2 > "$root/typed"; ! on 1 virsh -c qemu:///system domstate "$1" | grep -q running; }
say consoles
for each in first second; do
    until_true 1 "the greeting of $each" greets "$each"
    cat "$root/last"
done
say ended
until_true 1 "the end of first" ends first poweroff
until_true 1 "the end of once" ends once reboot
failed() { on 1 crm_mon -1 -r | grep -q "vm-$1 10s-interval monitor on kvm1 returned 'not running'"; }
until_true 60 "that the first machine has ended" failed first
until_true 60 "that the machine that boots once has ended" failed once
on 1 crm_resource --wait --timeout 60
on 1 crm_mon -1 -r
say cleaned
on 1 crm_resource --cleanup --resource vm-once
on 1 crm_resource --resource vm-second --meta --set-parameter target-role --parameter-value Stopped
on 1 crm_resource --wait --timeout 100
on 1 crm_mon -1 -r
say "done"
trap - EXIT
