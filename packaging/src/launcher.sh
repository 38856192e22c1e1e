# Finds a JDK and starts a program of vmconf. Read by the launchers in bin/, which set
#   program     its name
#   jar         the name of its jar without version
#   main        its main class
#   jvm_options options of its own
#   training_options  more of them for the run that makes its cache
#   lib         the folder of the jars
# It builds nothing and prints nothing unless it cannot start the program.

. "$lib/find-jdk.sh"

# What is shipped with a Java of its own runs with that one.
if ! fits "$lib/../jdk" && ! find_jdk; then
    echo "$program: needs Java $needed, found none in: $looked; install a JDK $needed or set JAVA_HOME to one" >&2
    exit 2
fi

case $lib in
    /*) ;;
    *) lib=$PWD/$lib ;;
esac

# A command that has a training run of its own has a cache of its own: whatever is in one is mapped at every start.
training=$program
[ -r "$lib/aot-training/$program.${1-}.args" ] && training=$program.$1

# The cache is for this JDK and these jars. Not by "tr", which would be another process.
read -r build_id < "$lib/build-id"
jdk= rest=$java_build
while [ -n "$rest" ]; do
    letter=${rest%"${rest#?}"}
    rest=${rest#?}
    case $letter in
        [A-Za-z0-9.+]) jdk=$jdk$letter ;;
        *) jdk=${jdk}_ ;;
    esac
done
cache_name=$training-$jdk-$build_id.aot
cache=$lib/../aot/$cache_name
if [ ! -r "$cache" ]; then
    cache_folder=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/vmconf
    cache=$cache_folder/$cache_name
fi

read -r version < "$lib/version"
class_path=$lib/$jar-$version.jar
common="-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr $jvm_options"

# Runs the program once on sample input; $1 are options of the JVM.
rehearse() {
    if [ -r "$training.dialogue" ]; then
        talk "$1"
        return
    fi
    training_input=/dev/null
    [ ! -r "$training.stdin" ] || training_input=$training.stdin
    # shellcheck disable=SC2046,SC2086 # options are words
    "$home/bin/java" $common $1 -cp "$class_path" "$main" $(cat "$training".args) < "$training_input"
}

# Has vmctl say to a vmd of its own what is in the dialogue; one of them is the program that learns.
talk() {
    vmd_options=
    vmctl_options=
    case $program in
        vmd) vmd_options=$1 ;;
        *) vmctl_options=$1 ;;
    esac
    folder=$(mktemp -d) || return
    export VMD_SOCKET="$folder/vmd.sock" VMD_STATE="$folder/state"
    # shellcheck disable=SC2086 # options are words
    "$home/bin/java" $common $vmd_options -cp "$class_path" vmconf.runtime.Vmd -d -f dialogue.conf &
    vmd=$!
    tries=0
    while [ ! -S "$VMD_SOCKET" ] && [ $tries -lt 100 ] && kill -0 $vmd; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ -S "$VMD_SOCKET" ] || return 255
    while read -r words; do
        # shellcheck disable=SC2086 # options are words
        "$home/bin/java" $common $vmctl_options -cp "$class_path" vmconf.runtime.VmctlMain $words < /dev/null
        said=$?
    done < "$training.dialogue"
    [ "$program" = vmd ] || kill "$vmd"
    wait "$vmd"
    heard=$?
    rm -rf "$folder"
    [ "$program" = vmd ] && return $heard
    return $said
}

# Keeps in the file $1 what the JVM learned from a rehearsal.
make_cache() {
    part=$1.$$
    rehearse "$training_options -XX:AOTCacheOutput=$part" > /dev/null 2>&1 || :
    # A cache that does not carry the same run through is worse than none.
    rehearse "-XX:ErrorFile=/dev/null -XX:AOTCache=$part -XX:AOTMode=on" > /dev/null 2>&1
    [ $? -lt 128 ] && [ -s "$part" ] && mv -f "$part" "$1"
    result=$?
    rm -f "$part" "$part.config"
    return $result
}

if [ "${VMCONF_AOT-}" = make ]; then
    cd "$lib/aot-training" && make_cache "$lib/../aot/$cache_name"
    exit
fi

use_cache=
if [ -r "$cache" ]; then
    use_cache=-XX:AOTCache=$cache
elif [ "${VMCONF_AOT-}" != off ] && mkdir -p "$cache_folder" 2>/dev/null && mkdir "$cache.lock" 2>/dev/null; then
    # First use with this JDK: learn in the background, for the next time.
    (
        cd "$lib/aot-training" && make_cache "$cache"
        rmdir "$cache.lock"
    ) < /dev/null > /dev/null 2>&1 &
fi

# In the locale of a host that has none, Java has no paths beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac

[ -t 1 ] && export VMCONF_STDOUT_TTY=1
# shellcheck disable=SC2086 # options are words
exec "$home/bin/java" $common ${use_cache:+"$use_cache"} ${VMCONF_JAVA_OPTIONS-} -cp "$class_path" "$main" "$@"
