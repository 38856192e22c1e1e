# shellcheck shell=bash
# A host that has what the file names, and a file that names it by absolute paths.
truncate -s 64M web.img
printf 'vm "web" {\n\tmemory 1G\n\tdisk "%s/web.img"\n\tlocal interface\n}\n' "$PWD" > vm.conf
