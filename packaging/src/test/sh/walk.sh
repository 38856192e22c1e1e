#!/bin/sh
# What a newcomer does in the first quarter of an hour, as a transcript on standard output. It runs where vmconf has just
# been installed, in a network of its own, with a kernel and what belongs to it in /srv/vm; fresh-debian.sh sees to that.
set -u
cd /root || exit 2

# Prints a command and does it. What differs from run to run is made alike.
run() {
    printf '\n$ %s\n' "$*"
    sh -c "$*" 2>&1 | sed -E 's/^( *[0-9]+) +[0-9]+ ( +[0-9]+ +[0-9.]+M) +[0-9.]+M +pts\/[0-9]+/\1  4711 \2   96.0M   pts\/1/; s/tty \/dev\/pts\/[0-9]+/tty \/dev\/pts\/1/'
}

# A file that the newcomer writes.
write() {
    printf '\n$ cat > %s\n' "$1"
    tee "$1"
}

# What is typed on a console, a line a second.
typing() {
    printf '\n$ %s\n' "$1"
    {
        sleep 3
        while IFS= read -r line; do
            printf '%s\r' "$line"
            sleep 2
        done
        printf '~.'
    } | script -qfec "$1" /dev/null | tr -d '\r' | sed -E 's/\x1b\[[0-9;]*[A-Za-z]//g; s/pts\/[0-9]+/pts\/1/; s/BusyBox v[^ ]+ \([^)]*\)/BusyBox/; /SeaBIOS/,/Booting/d; /^\[ +[0-9.]+\]/d'
}

write vm.conf <<'CONF'
# My first machine.
vm "web" {
	memory 512MB
	boot "/srv/vm/vmlinuz"
	disk "/srv/vm/web.img"
	interface "uplink"
	locl interface
}
CONF
run vmconf check vm.conf
run "sed -i -e 's/512MB/512M/' -e '/uplink/d' -e 's/locl/local/' vm.conf"
run vmconf check vm.conf
run vmconf summary vm.conf
run vmctl create -s 64M /srv/vm/web.img
run 'vmd -d -f vm.conf > vmd.log 2>&1 &'
until vmctl status 2> /dev/null | grep -q 'running web'; do sleep 0.2; done
run vmctl status
until grep -q 'linux guest ready' /var/lib/vmd/console/web.log; do sleep 0.2; done
until grep -q 'eth0 address' /var/lib/vmd/console/web.log; do sleep 0.2; done
typing 'vmctl console web' <<'KEYS'
uname -s
ip -4 -o addr show eth0 | cut -d" " -f7
KEYS
run vmctl stop -w web
run vmconf export libvirt vm.conf -o machines
run ls machines
run vmctl terminate
