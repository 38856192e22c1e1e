#!/bin/sh
# Times each stage of the compiler on its own, by JMH; builds what that needs. Wants a quiet machine.
# usage: benchmarks/jmh.sh [JMH OPTION ...] [REGEX ...]     e.g. benchmarks/jmh.sh -p size=VMS_10000 lex
set -eu
cd "$(dirname "$0")/.."
. packaging/src/find-jdk.sh
find_jdk || { echo "benchmarks/jmh.sh: no JDK, looked in: $looked" >&2; exit 2; }

mvn -B -ntp -q -Dstyle.color=never -pl testdata,grammar,compiler,benchmarks -DskipTests compile \
    dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime >&2
exec "$home/bin/java" --sun-misc-unsafe-memory-access=allow "-Dvmconf.root=$(pwd)" \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" org.openjdk.jmh.Main "$@"
