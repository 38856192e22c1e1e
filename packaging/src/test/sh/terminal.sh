#!/bin/sh
# The picture at the top of README.md, docs/terminal.svg: real commands, with what they print and its colours.
# usage: terminal.sh [bless]    which writes the picture anew; otherwise it has to be as it is
set -eu

# In mounts of its own, so that the image can lie where a reader would have it.
if [ "${TERMINAL_ALONE-}" != yes ]; then
    if [ "$(id -u)" != 0 ]; then
        echo "terminal.sh: skipped, only root can have mounts of its own"
        exit 0
    fi
    TERMINAL_ALONE=yes exec unshare --mount sh "$0" "$@"
fi
cd "$(dirname "$0")/../../../.."
project=$PWD
picture=$project/docs/terminal.svg

if ! /usr/bin/python3 -c 'import rich' 2> /dev/null; then
    echo "terminal.sh: skipped, the library that draws is missing; on Debian: apt-get install python3-rich"
    exit 0
fi
if ! command -v qemu-system-x86_64 > /dev/null; then
    echo "terminal.sh: skipped, QEMU is missing; on Debian: apt-get install qemu-system-x86"
    exit 0
fi

# await COMMAND ...: until it succeeds, for a minute
await() {
    tries=0
    until "$@" 2> /dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.1
    done
}

folder=$(mktemp -d)
export VMD_SOCKET="$folder/vmd.sock" VMD_STATE="$folder/state" PATH="$project/bin:$PATH"
end() {
    vmctl terminate > /dev/null 2>&1 || :
    await test ! -S "$VMD_SOCKET" || :
    rm -rf "$folder"
}
trap end EXIT
cd "$folder"
mount -t tmpfs tmpfs /srv
mkdir /srv/vm
cp "$project/testdata/guests/hello/hello.img" /srv/vm/
printf '# A first machine.\nvm "hello" {\n\tmemry 64M\n\tdisk "/srv/vm/hello.img" format rwa\n}\n' > vm.conf

# A command as it is typed, and what it prints; what differs from run to run is made alike.
run() {
    printf '\033[1;32m$\033[0m \033[1m%s\033[0m\n' "$1"
    sh -c "${2-$1}" 2>&1 | sed -E '
        s/^( *[0-9]+) +[0-9]+ ( +[0-9]+ +[0-9.]+M) +[0-9.]+M +pts\/[0-9]+/\1  4711 \2   38.2M   pts\/1/
        s/pts\/[0-9]+/pts\/1/'
    echo
}

# On the console, "mem" is typed when the guest has greeted.
console() {
    log=$VMD_STATE/console/hello.log
    await grep -q '^> ' "$log"
    {
        printf 'mem\r'
        await grep -q '^64 MB' "$log"
        printf '\r~.'
    } | vmctl console hello | tr -d '\r' |
        sed -E 's/\x1b\[[0-9;?]*[A-Za-z]//g; s/\x1bc//g; /SeaBIOS|Machine UUID|Booting/d; /^(> *)?$/d'
}

{
    run 'vmconf check vm.conf' 'vmconf check --color=always vm.conf || :'
    run 'vmconf check --fix vm.conf' 'vmconf check --fix --color=always vm.conf || :'
    run 'vmd -f vm.conf'
    vmctl wait
    run 'vmctl status'
    printf '\033[1;32m$\033[0m \033[1mvmctl console hello\033[0m\n'
    console | sed -E 's/pts\/[0-9]+/pts\/1/'
    echo
    run 'vmctl stop -w hello'
} > shown
sed -i '$d' shown
/usr/bin/python3 "$project/packaging/src/test/sh/terminal.py" < shown > drawn.svg
if [ "${1-}" = bless ]; then
    cp drawn.svg "$picture"
fi

release() { sed -n 's/.*<!--.*, rich \(.*\) -->.*/\1/p' "$1"; }
if [ "$(release drawn.svg)" != "$(release "$picture")" ]; then
    echo "terminal.sh: skipped, the picture was drawn by rich $(release "$picture"), here is $(release drawn.svg)"
elif cmp -s drawn.svg "$picture"; then
    echo "terminal.sh: docs/terminal.svg is as it should be"
else
    cat shown
    echo "terminal.sh: docs/terminal.svg shows something else; terminal.sh bless draws it anew" >&2
    exit 1
fi
