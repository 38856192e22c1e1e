# shellcheck shell=bash
# Root's again, with another image.
unset -f vmd vmctl
cp /srv/vm/web.img /srv/vm/db.img
