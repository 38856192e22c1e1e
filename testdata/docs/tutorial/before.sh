# shellcheck shell=bash
# The sources are in ~/vmconf, and what they make has been made.
mkdir ~/vmconf
mount --bind "$PROJECT" ~/vmconf
mkdir -p /srv/vm
cp "$PROJECT"/runtime/target/guests/linux/{vmlinuz,vmlinux,initramfs.cpio.gz,network.cpio.gz,versions} /srv/vm
