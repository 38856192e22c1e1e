#!/bin/busybox sh
# The first process of a guest that plays the host of machines in two routing domains. It runs
# what vmd would run (/up, /down), and says what came of it in lines that begin with "= ".

export PATH=/sbin:/bin
/bin/busybox --install -s /bin
mkdir -p /run /tmp
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mount -t tmpfs run /run
exec </dev/console >/dev/console 2>&1
echo 4 >/proc/sys/kernel/printk
# busybox would rather use its own
ip() { /sbin/ip "$@"; }

probe() { echo "= $1: $(ip link add name vmd-rdomain type vrf 2>&1)"; }

load() { while read -r module; do insmod "/lib/network/$module"; done </lib/network/order; }

# Everything but the kernel's own rule for VRFs, which comes with the first one and stays.
state() {
    ip -o addr | sed 's/^[0-9]*://'
    ip -o link | sed 's/^[0-9]*://; s/link.*//'
    ip -4 rule | grep -v '^1000:.*l3mdev'
    ip -6 rule | grep -v '^1000:.*l3mdev'
    ip -4 route show table all
    ip -6 route show table all
}

# What each word of a line is to ip.
run() {
    while read -r line; do
        # shellcheck disable=SC2086  # words
        set -- $line
        shift
        ip "$@" || echo "= failed: $line"
    done <"$1"
}

left() {
    state >/tmp/after
    if cmp -s /tmp/before /tmp/after; then
        echo "= $1: nothing is left"
    else
        diff /tmp/before /tmp/after | sed "s/^/= $1: /"
    fi
}

# In the place of a tap, whose other end only a hypervisor has, there is a cable into a network
# namespace.
cables() {
    sed 's/^ip tuntap add dev \(.*\) mode tap/ip link add \1 type veth peer name eth0 netns \1/
        s/^ip tuntap del dev \(.*\) mode tap/ip link del dev \1/' "$1"
}

# guest TAP ADDRESS GATEWAY
guest() {
    ip -n "$1" addr add "$2" dev eth0
    ip -n "$1" link set dev eth0 up
    ip -n "$1" route add default via "$3"
}

# reach WHAT COMMAND...: whether a ping gets there
reach() {
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "= $what: yes"; else echo "= $what: no"; fi
}

# shellcheck disable=SC2086  # words
host() { reach "$1" ping -c1 -W1 $2; }

from() { reach "$1" ip netns exec "$2" ping -c1 -W1 "$3"; }

echo # the firmware may have left its line open
probe "without the module"
load
probe "with it"
ip link set dev lo up
state >/tmp/before

run /up
names() { for each in "$@"; do echo "${each##*/}"; done | xargs; }
echo "= in 11: $(names /sys/class/net/vmd-rdomain11/lower_*)"
echo "= ports of bridge0: $(names /sys/class/net/bridge0/brif/*)"
ip -4 rule | sed 's/^/= rule /'
run /down
left "taps"

# An interface of domain 0, and somebody behind it.
for each in world tap0 tap1 tap2 tap3 tap4; do
    ip netns add "$each"
done
ip link add up0 type veth peer name eth0 netns world
ip addr add 192.168.7.1/24 dev up0
ip link set dev up0 up
guest world 192.168.7.2/24 192.168.7.1
echo 1 >/proc/sys/net/ipv4/ip_forward
sleep 2
state >/tmp/before

cables /up >/tmp/up
cables /down >/tmp/down
run /tmp/up
guest tap0 100.64.1.3/31 100.64.1.2
guest tap2 100.64.1.3/31 100.64.1.2
for bridge in bridge0 bridge1; do
    ip addr add 10.0.0.1/24 dev "$bridge"
done
guest tap1 10.0.0.2/24 10.0.0.1
guest tap4 10.0.0.3/24 10.0.0.1
guest tap3 10.0.0.4/24 10.0.0.1

from "one reaches its gateway" tap0 100.64.1.2
from "two reaches its gateway" tap2 100.64.1.2
host "11 reaches one" "-I vmd-rdomain11 100.64.1.3"
host "12 reaches two" "-I vmd-rdomain12 100.64.1.3"
ip -n tap2 addr del 100.64.1.3/31 dev eth0
host "11 reaches one alone" "-I vmd-rdomain11 100.64.1.3"
host "12 reaches one" "-I vmd-rdomain12 100.64.1.3"
host "0 reaches one" 100.64.1.3
host "0 reaches the world" 192.168.7.2
from "one reaches an address of 0" tap0 192.168.7.1
from "one reaches the world" tap0 192.168.7.2
from "one reaches three over the switch" tap1 10.0.0.3
from "one reaches three by routes of 11" tap0 10.0.0.3
from "one reaches two over the switch" tap1 10.0.0.4
from "one reaches two by routes" tap0 10.0.0.4
from "two reaches its switch" tap3 10.0.0.1

# A packet socket on a link of a VRF, as the responder for DHCP has, hears and is heard.
ip -n tap0 addr flush dev eth0
ip -n tap0 addr add 100.64.1.3/24 dev eth0
printf 'interface eth0\nstart 100.64.1.9\nend 100.64.1.9\nlease_file /run/leases\n' >/run/udhcpd
: >/run/leases
ip netns exec tap0 udhcpd -f /run/udhcpd &
reach "a packet socket" udhcpc -i tap0 -n -q -t 5 -T 1 -s /bin/true
kill $!

run /tmp/down
sleep 1
left "cables"
echo "= end"
poweroff -f
