# shellcheck shell=bash
# The sources are in ~/vmconf, and the Linux that they make is taken from an earlier build where there is one.
ln -s "$PROJECT" ~/vmconf
mkdir -p /srv/vm
cp "$PROJECT"/runtime/target/guests/linux/{vmlinuz,vmlinux,initramfs.cpio.gz,network.cpio.gz,versions} /srv/vm 2> /dev/null || :
