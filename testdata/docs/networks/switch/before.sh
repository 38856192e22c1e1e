# shellcheck shell=bash
# The host's own interface, and an image.
ip link add name eth0 type veth peer name cable
mkdir -p /srv/vm
cp "$PROJECT/testdata/guests/hello/hello.img" /srv/vm/web.img
