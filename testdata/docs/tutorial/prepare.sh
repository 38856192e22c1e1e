# shellcheck shell=bash
# The Linux that is started, made once and kept in the build folder; there is no network later on.
mkdir -p "$PROJECT/runtime/target/guests/linux"
bash "$PROJECT/testdata/guests/linux/build.sh" "$PROJECT/runtime/target/guests/linux"
