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
    last=$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")
    printf '%-58s %6s ms\n' "$name" "$last"
}

cat > "$work/Hello.java" <<'J'
public class Hello {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
J
"$home/bin/javac" -d "$work" "$work/Hello.java"
mkdir "$work/many" "$work/includes"
benchmarks/generate.sh mixed 100000 > "$work/big.conf"
benchmarks/generate.sh instances 10000 > "$work/instances.conf"
benchmarks/generate.sh includes 1000 "$work/includes"
benchmarks/generate.sh files 2000 "$work/many"

seconds "a bare Java program" "$home/bin/java" -cp "$work" Hello
bare=$last
# Checkers of others, and a runtime of others, where they are installed.
if command -v node > /dev/null; then seconds "node, an empty script" node -e 0; fi
if command -v shellcheck > /dev/null; then seconds "shellcheck, a small script" shellcheck bin/vmconf; fi
if command -v nginx > /dev/null; then seconds "nginx -t" nginx -t; fi
if command -v terraform > /dev/null; then
    mkdir "$work/terraform"
    printf 'resource "terraform_data" "web" {\n  input = { memory = 1024, disk = "/var/vm/web.img" }\n}\n' > "$work/terraform/main.tf"
    terraform -chdir="$work/terraform" init -input=false > /dev/null 2>&1 &&
        seconds "terraform validate, one built-in resource" terraform -chdir="$work/terraform" validate
fi
seconds "vmconf check, a small file" bin/vmconf check examples/hello/vm.conf
awk -v bare="$bare" -v check="$last" 'BEGIN { printf "  which is %.2f times the bare program\n", check / bare }'
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
seconds "vmconf compile, 100,000 machines" bin/vmconf compile -o "$work/plan.yaml" "$work/big.conf"
seconds "vmconf check, 10,000 instances of one parent" bin/vmconf check "$work/instances.conf"
top=$(pwd)
cd "$work/includes"
seconds "vmconf check, 1,000 files included from one" "$top/bin/vmconf" check vm.conf
