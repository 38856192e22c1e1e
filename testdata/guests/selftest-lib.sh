# Shared by the selftest.sh scripts, which source it: run a guest under QEMU, type on
# its console, wait for text, press its power button. Console and QMP go through pipes,
# so that bash, coreutils, grep and QEMU are all it takes.
# shellcheck shell=bash

passed=0 failed=0 guest=''
work=$(mktemp -d)
trap 'stop_guest; rm -rf "$work"' EXIT

# need TOOL PACKAGE: end the script with one line when TOOL is not installed.
need() {
    command -v "$1" >/dev/null && return
    echo "selftest.sh: $1 is missing: install $2" >&2
    exit 1
}

# start_guest SECONDS ARGUMENT...: run QEMU, to be killed when it runs longer.
start_guest() {
    local limit=$1
    shift
    stop_guest
    rm -f "$work"/*
    mkfifo "$work/keys" "$work/qmp.in" "$work/qmp.out"
    : >"$work/console"
    exec {keys}<>"$work/keys" {qmp}<>"$work/qmp.in" {answers}<>"$work/qmp.out"
    timeout --foreground -s KILL "$limit" qemu-system-x86_64 \
        -nodefaults -no-user-config -display none -serial stdio -qmp "pipe:$work/qmp" \
        "$@" <"$work/keys" >"$work/console" 2>"$work/errors" &
    guest=$!
    echo '{"execute":"qmp_capabilities"}' >&"$qmp"
}

stop_guest() {
    [ -n "$guest" ] || return 0
    kill "$guest" 2>/dev/null || :              # timeout passes it on to QEMU
    wait "$guest" 2>/dev/null || :
    guest=''
    exec {keys}>&- {qmp}>&- {answers}>&-
}

# expect SECONDS REGEX [COUNT]: wait until COUNT console lines match (default one). An
# unfinished line counts too, and line ends are LF alone.
expect() {
    local deadline=$(($(date +%s%N) + $1 * 1000000000)) count=${3:-1}
    until [ "$(tr -d '\r' <"$work/console" | grep -aEc -- "$2")" -ge "$count" ]; do
        if [ "$(date +%s%N)" -gt "$deadline" ]; then
            echo "    no \"$2\" within $1 seconds; the console ends with:"
            tr -d '\r' <"$work/console" | tail -n 4 | sed 's/^/    | /'
            sed 's/^/    ! /' "$work/errors"
            return 1
        fi
        sleep 0.05
    done
}

type_line() {
    printf '%s\r' "$1" >&"$keys"
}

press_power_button() {
    echo '{"execute":"system_powerdown"}' >&"$qmp"
}

# ended STATUS: wait for QEMU and compare its exit status; killed for lateness is 137.
ended() {
    local status=0
    wait "$guest" || status=$?
    guest=''
    exec {keys}>&- {qmp}>&- {answers}>&-
    [ "$status" -eq "$1" ] && return
    echo "    QEMU ended with status $status instead of $1; the console ends with:"
    tr -d '\r' <"$work/console" | tail -n 4 | sed 's/^/    | /'
    sed 's/^/    ! /' "$work/errors"
    return 1
}

# check NAME COMMAND...: run a command that prints its troubles, and count the outcome.
check() {
    local name=$1 start
    shift
    start=$(date +%s%N)
    if "$@" >"$work.trouble" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $name ($((($(date +%s%N) - start) / 1000000)) ms)"
    else
        failed=$((failed + 1))
        echo "failed  $name"
        cat "$work.trouble"
    fi
    rm -f "$work.trouble"
    stop_guest
}

# summary: the closing line, and the exit status of the script.
summary() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
