# shellcheck shell=bash
# A vmd of a machine that greets on its console.
cp "$PROJECT/testdata/guests/hello/hello.img" web.img
vmd -f vm.conf > vmd.log 2>&1
