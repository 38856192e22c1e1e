# shellcheck shell=bash
# What git has is an earlier state of the file.
git init -q .
git config user.name you
git config user.email you@example.org
cp vm.conf edited.conf
printf 'vm "a" {\n\tmemory 1G\n\tdisk "/var/vm/a.img"\n}\n' > vm.conf
git add vm.conf
git commit -q -m "A machine"
mv edited.conf vm.conf
