#!/bin/sh
# Follows "Add a directive" of CONTRIBUTING.md in a copy of the tree: applies the example, builds, and uses the directive.
set -eu
cd "$(dirname "$0")/../../../.."
tree=$(pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

tests=0
ok() {
    tests=$((tests + 1))
    echo "ok $tests - $1"
}
fail() {
    echo "not ok - $1" >&2
    [ -z "${2-}" ] || printf '%s\n' "$2" | sed 's/^/    /' >&2
    exit 1
}
holds() { # DESCRIPTION TEXT PATTERN
    case $2 in
        *"$3"*) ok "$1" ;;
        *) fail "$1: \"$3\" is missing" "$2" ;;
    esac
}

git ls-files -z -- pom.xml CONTRIBUTING.md grammar compiler testdata/pom.xml testdata/src vscode-extension/syntaxes docs \
    runtime/pom.xml lsp-server/pom.xml packaging/pom.xml fuzz/pom.xml \
    benchmarks/pom.xml |
    tar --null -T - -cf - | tar -xf - -C "$copy"
cd "$copy"

awk '/^## /{here = ($0 == "## Add a directive")} here && /^```diff/{on = 1; next} /^```/{on = 0} here && on' CONTRIBUTING.md |
    git apply --unidiff-zero -C1 -p1 - || fail "the example does not apply"
ok "the example applies"

. "$tree/packaging/src/find-jdk.sh"
find_jdk || fail "no JDK 25"
java=$home/bin/java
JAVA_HOME=$home # the formatter's check needs a current JDK to run Maven itself
export JAVA_HOME

log=$(mvn -B -ntp -q -Dstyle.color=never -pl testdata,grammar,compiler -Dmaven.test.skip=true package \
    dependency:build-classpath -Dmdep.outputFile=target/classpath 2>&1) ||
    fail "the build with the example" "$log"
ok "the tree builds with it"

classes=grammar/target/classes:compiler/target/classes
libraries=$(cat grammar/target/classpath):$(cat compiler/target/classpath)
vmconf() { "$java" -cp "$classes:$libraries" vmconf.compiler.cli.Vmconf "$@" 2>&1; }

cat > vm.conf << 'END'
vm "a" {
    disk "/var/vm/a.img"
    hostname "web"
}
vm "b" {
    disk "/var/vm/b.img"
}
END
out=$(vmconf check --target native vm.conf) || fail "check with the directive" "$out"
holds "check takes it" "$out" "nothing wrong in 1 file"
plan=$(vmconf compile --target native vm.conf)
holds "the plan has its value" "$plan" "hostname: web"
holds "the plan has its default" "$plan" "hostname: b"

out=$(vmconf check vm.conf) && fail "check for another target" "$out"
holds "another target refuses it by name" "$out" "hostname"

sed 's/hostname "web"/&\n    hostname "db"/' vm.conf > twice.conf
out=$(vmconf check --target native twice.conf) && fail "check of a repeat" "$out"
holds "a repeat is found, as the schema says" "$out" "[VM401]"

sed 's/hostname/hostnam/' vm.conf > typo.conf
out=$(vmconf check --target native typo.conf) && fail "check of a slip" "$out"
holds "a slip gets it as suggestion" "$out" 'did you mean "hostname"?'

generate() { "$java" -cp "$classes:$libraries" vmconf.grammar.codegen.Generate "$@"; }
generate reference page.md
holds "the reference describes it" "$(cat page.md)" "The name that the guest is told by DHCP."
generate textmate colours.json
holds "editors colour it" "$(cat colours.json)" "hostname"

cat > Offered.java << 'END'
import vmconf.compiler.*;
import vmconf.compiler.expand.Target;
import vmconf.source.*;

class Offered {
    public static void main(String[] args) {
        SourceFile file = SourceFile.of("f", "vm \"a\" {\n    ");
        Compilation read = vmconf.compiler.Compiler.check(file, Sources.none(), Options.forTarget(Target.NATIVE));
        System.out.println(Caret.expectation(file, file.text().length(), read.config()));
    }
}
END
holds "completion offers it" "$("$java" -cp "$classes:$libraries" Offered.java)" "hostname"
echo "$tests checks, all passed"
