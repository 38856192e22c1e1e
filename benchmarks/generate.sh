#!/bin/sh
# Writes large configurations to measure with. The same arguments always give the same bytes.
# usage: benchmarks/generate.sh small > FILE                 two machines in some 20 lines
#        benchmarks/generate.sh mixed MACHINES > FILE        every kind of directive, macros, comments, instances
#        benchmarks/generate.sh instances COUNT > FILE       instances of one parent
#        benchmarks/generate.sh includes FILES FOLDER        FOLDER/vm.conf, which includes that many files
#        benchmarks/generate.sh files FILES FOLDER           files on their own, each like the small one
set -eu

usage() {
    sed -n 's/^# usage: /usage: /p; s/^#        /       /p' "$0" >&2
    exit 2
}

# Groups of ten machines, of which each is another kind.
mixed() {
    awk -v machines="$1" '
    function name(i) { return sprintf("%s%05d", word[i % 6], i) }
    function mac(i) { return sprintf("fe:e1:bb:%02x:%02x:%02x", i / 65536 % 256, i / 256 % 256, i % 256) }
    BEGIN {
        split("web db mail cache build", part); word[0] = "app"
        for (i in part) word[i] = part[i]
        print "# A made-up site of " machines " machines.\n"
        print "images = \"/var/vm/images\"\nmedia = \"/var/vm/media\"\nstorage = \"/srv/storage/vm\"\n"
        print "local prefix 10.0.0.0/8\nsocket owner :operator\nstaggered start parallel 4 delay 30\n"
        for (s = 0; s < 100; s++)
            printf "switch \"net%d\" {\n\tinterface bridge%d\n%s%s}\n\n", s, s, \
                s % 5 ? "" : "\tlocked lladdr\n", s % 7 ? "" : "\tgroup \"guests\"\n"
        for (i = 0; i < machines; i++) {
            kind = i % 10
            if (kind == 0) {
                printf "# Rack %d: %s and the machines beside it.\n", i / 10, name(i)
                printf "rack = \"/srv/rack%d\"\n", i / 10
            }
            if (kind == 9) {
                printf "vm \"%s\" instance \"%s\" {\n\tdisk $images/%s.qcow2\n\tinterface { switch \"net%d\" }\n}\n\n", \
                    name(i - 1), name(i), name(i), i % 100
                continue
            }
            printf "vm \"%s\" {\n", name(i)
            if (kind % 3 == 1) print "\tdisable"
            if (kind != 5) printf "\tmemory %s\n", kind == 7 ? "1073741824" : 512 * (1 + kind % 4) "M"
            if (kind == 3) printf "\tcdrom $media/tools%d.iso\n\tboot device disk\n", 70 + i % 8
            printf "\tdisk %s%s\n", kind % 2 ? "\"/var/vm/" name(i) ".qcow2\"" : "$rack/" name(i) ".img", \
                kind % 2 ? " format \"qcow2\"" : ""
            if (kind == 4) printf "\tdisk $storage/%s-data.img\n", name(i)
            if (kind == 6 && i < 60000) print "\tlocal interface"
            if (kind == 2) printf "\tinterface { switch \"net%d\" lladdr %s }\n", i % 100, mac(i)
            else if (kind == 7) printf "\tinterface tap%d {\n\t\tswitch \"net%d\"\n\t\tgroup \"web\"\n\t}\n", i, i % 100
            else printf "\tinterface { switch \"net%d\" }\n", i % 100
            if (kind == 1) printf "\towner user%d:wheel\n", i % 50
            if (kind == 8) print "\tallow instance { disk, memory }	# for the one below"
            print "}\n"
        }
    }'
}

instances() {
    awk -v count="$1" 'BEGIN {
        print "vm \"parent\" {\n\tdisable\n\tmemory 1G\n\tdisk \"/var/vm/parent.qcow2\"\n\tlocal interface"
        print "\tallow instance { disk }\n}"
        for (i = 0; i < count; i++)
            printf "vm \"parent\" instance \"child%d\" {\n\tdisk \"/var/vm/child%d.qcow2\"\n}\n", i, i
    }'
}

# A machine or two, of a file of its own.
some() {
    awk -v files="$1" -v folder="$2" 'BEGIN {
        for (i = 0; i < files; i++) {
            file = sprintf("%s/f%d.conf", folder, i)
            printf "# file %d\nimages%d = \"/var/vm\"\nswitch \"uplink%d\" {\n\tinterface bridge%d\n\tgroup \"guests\"\n}\n", \
                i, i, i, i > file
            printf "vm \"base%d\" {\n\tdisable\n\tmemory 1G\n\tdisk $images%d/base%d.qcow2 format qcow2\n", i, i, i > file
            printf "\tlocal interface\n\tinterface tap%d { switch \"uplink%d\" locked lladdr fe:e1:bb:d1:%02x:%02x }\n", \
                i, i, i / 256, i % 256 > file
            printf "\towner root:wheel\n\tallow instance { memory, disk }\n}\n" > file
            printf "vm \"base%d\" instance \"web%d\" {\n\tdisk \"/var/vm/web%d.img\"\n\tlocal interface\n", i, i, i > file
            printf "\tinterface { switch \"uplink%d\" }\n\towner root:wheel\n}\n", i > file
            close(file)
        }
    }'
}

# Prints the only file that some() writes.
small() {
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    some 1 "$folder"
    cat "$folder/f0.conf"
}

case ${1-}:$# in
    small:1 | mixed:2 | instances:2 | includes:3 | files:3) ;;
    *) usage ;;
esac
case $1 in
    small) small ;;
    mixed) mixed "$2" ;;
    instances) instances "$2" ;;
    includes)
        some "$2" "$3"
        awk -v files="$2" -v folder="$3" 'BEGIN {
            for (i = 0; i < files; i++) printf "include \"%s/f%d.conf\"\n", folder, i
        }' > "$3/vm.conf"
        ;;
    files) some "$2" "$3" ;;
esac
