#!/bin/bash
# Times whole processes as a user would see them. Needs a built project (mvn package) and a quiet machine.
# usage: benchmarks/run.sh [RUNS]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. packaging/src/find-jdk.sh
find_jdk || { echo "benchmarks/run.sh: no JDK, looked in: $looked" >&2; exit 2; }

# seconds NAME COMMAND...: the median of several runs
seconds() {
    local name=$1 times=() i start
    shift
    for ((i = 0; i < runs; i++)); do
        start=$(date +%s%N)
        "$@" > /dev/null 2>&1 || :
        times+=($((($(date +%s%N) - start) / 1000000)))
    done
    printf '%-58s %6s ms\n' "$name" "$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")"
}

cat > "$work/Hello.java" <<'J'
public class Hello {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
J
"$home/bin/javac" -d "$work" "$work/Hello.java"
awk 'BEGIN {
    print "local prefix 0.0.0.0/1\nimages = \"/var/vm\""
    for (s = 0; s < 10; s++) printf "switch \"sw%d\" {\n\tinterface bridge%d\n}\n", s, s
    for (i = 0; i < 100000; i++)
        printf "vm \"vm%d\" {\n\tdisable\n\tmemory %dM\n\tdisk $images/vm%d.img format qcow2\n\tinterface { switch \"sw%d\" }\n\tlocal interface\n\towner user%d\n}\n", i, 512 * (1 + i % 4), i, i % 10, i % 50
}' > "$work/big.conf"

mkdir "$work/many"
awk -v folder="$work/many" 'BEGIN {
    for (i = 0; i < 2000; i++) {
        file = folder "/f" i ".conf"
        printf "# file %d\nimages = \"/var/vm\"\nswitch \"uplink\" {\n\tinterface bridge0\n\tgroup \"guests\"\n}\n", i > file
        printf "vm \"base%d\" {\n\tdisable\n\tmemory 1G\n\tdisk $images/base.qcow2 format qcow2\n\tlocal interface\n", i > file
        printf "\tinterface tap1 { switch \"uplink\" locked lladdr fe:e1:bb:d1:00:01 }\n\towner root:wheel\n" > file
        printf "\tallow instance { memory, disk }\n}\nvm \"base%d\" instance \"web%d\" {\n\tdisk \"/var/vm/web%d.img\"\n", i, i, i > file
        printf "\tinterfaces 2\n}\nstaggered start parallel 2 delay 10\n" > file
        close(file)
    }
}'

seconds "a bare Java program" "$home/bin/java" -cp "$work" Hello
seconds "vmconf check, a small file" bin/vmconf check examples/hello/vm.conf
seconds "vmconf fmt, a small file" bin/vmconf fmt examples/hello/vm.conf
seconds "vmd -n, a small file" bin/vmd -n -f examples/hello/vm.conf
seconds "language server: start, one file, hover, completion, end" \
    sh -c 'bin/vmconf-lsp --stdio < packaging/src/aot/vmconf-lsp.stdin'
seconds "vmconf check, 2,000 small files" bin/vmconf check "$work"/many/*.conf
seconds "vmconf fmt --check, 2,000 small files" bin/vmconf fmt --check "$work"/many/*.conf
mkdir "$work/loose"
for file in "$work"/many/*.conf; do sed 's/\t/    /; s/ = /=/' "$file" > "$work/loose/${file##*/}"; done
seconds "vmconf fmt --check, 2,000 small files to be laid out" bin/vmconf fmt --check "$work/loose"
runs=3
seconds "vmconf check, 100,000 machines ($(du -h "$work/big.conf" | cut -f1))" bin/vmconf check "$work/big.conf"
