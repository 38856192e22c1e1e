#!/bin/sh
# Installs code-server, which is VS Code in a browser, from npm into a cache folder, and prints the path of its entry.
# Runs no install script and compiles nothing, so native modules that the tests do not need are missing.
# usage: install-code-server.sh
set -eu

version=4.100.3
home=${XDG_CACHE_HOME:-$HOME/.cache}/vmconf/code-server-$version
entry=$home/node_modules/code-server/out/node/entry.js

if [ ! -e "$home/complete" ]; then
    rm -rf "$home"
    mkdir -p "$home"
    cd "$home"
    {
        npm_config_loglevel=error npm_config_audit=false npm_config_fund=false npm_config_ignore_scripts=true
        export npm_config_loglevel npm_config_audit npm_config_fund npm_config_ignore_scripts
        npm init -y
        npm install --save-exact "code-server@$version"
        # Hashes passwords, of which a server without authentication has none. Its native part was not made.
        cd "$home/node_modules/argon2"
        echo 'const no = () => { throw new Error("not built"); }; module.exports = { hash: no, verify: no };' > argon2.cjs
        npm pkg set main=argon2.cjs
        # "npm ci" would refuse: the lock file that comes along does not fit.
        cd "$home/node_modules/code-server/lib/vscode"
        npm install --omit=dev
        cd extensions
        npm install --omit=dev
        node "$entry" --version
        touch "$home/complete"
    } >&2
fi
echo "$entry"
