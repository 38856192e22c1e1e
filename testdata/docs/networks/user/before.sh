# shellcheck shell=bash
# The same vmd and vmctl as somebody who is not root, and the file of before.
vmd() { as_user vmd "$@"; }
vmctl() { as_user vmctl "$@"; }
as_user() {
    unshare --user --map-user=1000 --map-group=1000 env VMD_STATE="$PWD/state" VMD_SOCKET="$PWD/vmd.sock" "$@"
}
cp ../local/vm.conf .
