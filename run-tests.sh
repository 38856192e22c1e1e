#!/bin/sh
# Runs every test. Installs what they need when this is root on a Debian system; a suite whose tool is missing
# all the same says so and is skipped.
set -eu
cd "$(dirname "$0")"

say() { printf '\n== %s\n' "$*"; }

# command:package pairs
needs="mvn:maven qemu-system-x86_64:qemu-system-x86 qemu-img:qemu-utils ip:iproute2 ping:iputils-ping
    nft:nftables as:binutils tmux:tmux cpio:cpio lz4:lz4 gzip:gzip nvim:neovim emacs:emacs-nox npm:npm
    chromium:chromium git:git setpriv:util-linux useradd:passwd setfacl:acl dnsmasq:dnsmasq-base mandoc:mandoc dot:graphviz fish:fish zsh:zsh
    busybox:busybox-static systemd-analyze:systemd ifup:ifupdown sysctl:procps socat:socat lintian:lintian debootstrap:debootstrap
    dhclient:isc-dhcp-client dhcpcd:dhcpcd-base
    virsh:libvirt-clients xmllint:libxml2-utils libvirtd:libvirt-daemon iptables:iptables ebtables:ebtables
    pacemakerd:pacemaker crm_verify:pacemaker-cli-utils corosync:corosync ocf-tester:resource-agents"
missing=
for need in $needs; do
    command -v "${need%%:*}" > /dev/null || missing="$missing ${need#*:}"
done
# Emacs 28 gets its client of language servers apart.
case $missing in *emacs-nox*) missing="$missing elpa-eglot" ;; esac
case $missing in *libvirt-daemon*) missing="$missing libvirt-daemon-driver-qemu" ;; esac
[ -e /usr/share/OVMF/OVMF_CODE_4M.fd ] || [ -e /usr/share/OVMF/OVMF_CODE.fd ] || missing="$missing ovmf"
/usr/bin/python3 -c 'import rich' 2> /dev/null || missing="$missing python3-rich"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        say "Installing$missing"
        apt-get update -qq
        # The tests run daemons of their own: what is installed for them starts none, now or when the machine starts again.
        guard=/usr/sbin/policy-rc.d
        if [ -e $guard ]; then guard=; else printf '#!/bin/sh\nexit 101\n' > $guard && chmod +x $guard; fi
        # shellcheck disable=SC2086 # packages are words
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing > /dev/null || {
            rm -f $guard
            exit 1
        }
        rm -f $guard
        for each in corosync pacemaker; do
            case "$missing " in
                *" $each "*) systemctl --quiet disable "$each" 2> /dev/null || true ;;
            esac
        done
    else
        echo "run-tests.sh: some suites will be skipped; to run them: sudo apt-get install$missing" >&2
    fi
fi

# The formatter's check needs a current JDK to run Maven itself; the build finds one anyway.
. packaging/src/find-jdk.sh
if find_jdk; then
    JAVA_HOME=$home
    export JAVA_HOME
fi

say "Java: build, tests, analysis (mvn verify); the crash matrix three times in a row"
mvn -B -ntp --fail-at-end -Dstyle.color=never -Dvmconf.crash-rounds=3 verify

say "The example of README.md, and its picture"
./run-example.sh built
sh packaging/src/test/sh/terminal.sh

say "Fuzzing, a short bout"
sh fuzz/run.sh 6s

say "The worked example of CONTRIBUTING.md"
sh packaging/src/test/sh/add-directive.sh

say "Guests"
sh testdata/guests/hello/verify.sh
bash testdata/guests/hello/selftest.sh
bash testdata/guests/linux/selftest.sh

say "What is shipped: the same twice, and on a Debian 12 on which nothing else is"
sh packaging/src/test/sh/reproducible.sh
sh packaging/dist.sh
sh packaging/src/test/sh/fresh-debian.sh

say "Known vulnerabilities of what is shipped"
if curl -sf -m 20 -o /dev/null 'https://services.nvd.nist.gov/rest/json/cves/2.0?resultsPerPage=1' 2> /dev/null; then
    mvn -B -ntp -Dstyle.color=never -Pvulnerabilities -DskipTests verify
else
    echo "run-tests.sh: skipped, the database of the NVD cannot be reached" >&2
fi

say "Manual pages"
sh packaging/src/test/sh/man-pages.sh

node_version=$(node --version 2> /dev/null || echo none)
case $node_version in
    v2[0-9].* | v[3-9][0-9].*) ;;
    *)
        say "Protocol conformance, VS Code extension"
        echo "run-tests.sh: skipped, their tools need Node.js 20 or newer (found $node_version)"
        exit 0
        ;;
esac

say "Protocol conformance of the language server, and that the suite notices faults"
(
    cd lsp-server/conformance
    npm ci --no-audit --no-fund --loglevel=error
    npm test
    npm run selfcheck
)

say "VS Code extension"
(
    cd vscode-extension
    npm ci --no-audit --no-fund --loglevel=error
    npm test
    npm run package
    # Like all that drives real programs: one more try tells a flake from a fault.
    npm run test:vscode || {
        say "VS Code once more: what failed above and passes now is a flake, to be mended"
        npm run test:vscode
    }
)
