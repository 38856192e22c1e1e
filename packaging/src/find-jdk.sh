# Finds a JDK that is new enough. Read by the launchers and by the scripts of the project.
#   find_jdk    sets home to its folder, java_version and java_build; or fails and sets looked
# JAVA_HOME goes first, then java on the PATH, then the usual folders.

needed=25

# Sets java_version to the version of the JDK in $1, such as 25.0.3; fails where there is none.
read_release() {
    java_version= java_build=
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            IMPLEMENTOR=* | JAVA_RUNTIME_VERSION=*) java_build=$java_build${line#*=} ;;
            JAVA_VERSION=*)
                # It stands behind the others. The shell reads letter by letter, and long lines follow.
                java_version=${line#*=\"} java_version=${java_version%\"}
                break
                ;;
        esac
    done < "$1/release"
    [ -n "$java_version" ]
}

# Whether the JDK in $1 is new enough; sets home.
fits() {
    read_release "$1" || return 1
    major=${java_version%%[.+-]*}
    case $major in *[!0-9]*|'') return 1 ;; esac
    [ "$major" -ge "$needed" ] || return 1
    home=$1
}

# Sets on_path to the first java on the PATH, as "command -v" would, which takes a process of its own.
find_on_path() {
    on_path=
    case $- in *f*) glob= ;; *) glob=+f; set -f ;; esac
    old_ifs=$IFS
    IFS=:
    for each in $PATH; do
        if [ -f "${each:-.}/java" ] && [ -x "${each:-.}/java" ]; then
            on_path=${each:-.}/java
            break
        fi
    done
    IFS=$old_ifs
    [ -z "$glob" ] || set "$glob"
}

find_jdk() {
    looked=
    if [ -n "${JAVA_HOME-}" ]; then
        fits "$JAVA_HOME" && return 0
        looked="JAVA_HOME ($JAVA_HOME${java_version:+, Java $java_version}), "
    fi
    find_on_path
    if [ -n "$on_path" ]; then
        [ -L "$on_path" ] && on_path=$(readlink -f "$on_path")
        fits "${on_path%/bin/java}" && return 0
        looked="${looked}java on the PATH${java_version:+ (Java $java_version)}, "
    fi
    for each in /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/local/openjdk-* /opt/java/* /opt/jdk* /usr/java/* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
        fits "$each" && return 0
    done
    looked="${looked}/usr/lib/jvm, /usr/local/lib/jvm, /opt/java, /opt/jdk*, /usr/java, ~/.sdkman, ~/.jdks"
    return 1
}
