package vmconf.compiler.export.pacemaker;

import vmconf.compiler.export.OneLine;
import vmconf.plan.Plan;
import vmconf.plan.machine.ShellText;

/// The script that puts the machines into the cluster.
final class ApplyScript {
    private ApplyScript() {}

    static String of(String file, Plan plan) {
        String conf = OneLine.of(file);
        return """
                #!/bin/sh
                # Puts the machines of %1$s into the cluster, on one node, once node.sh has run on every node.
                # Again after each export. Whatever else is in the cluster stays as it is.
                # usage: apply.sh [-n]
                #   -n  only say what the cluster would do
                set -u
                case ${1-} in
                    '' | -n) ;;
                    *) echo "usage: apply.sh [-n]" >&2; exit 2 ;;
                esac
                cd "$(dirname "$0")" || exit 2
                machines=' %2$s '
                conf=%3$s
                work=$(mktemp -d) || exit 2
                trap 'rm -r "$work"' EXIT

                # Of a file, instead of the cluster.
                of() { file=$1; shift; CIB_file=$file "$@"; }

                cibadmin --query > "$work/before.xml" || {
                    echo "apply: the cluster does not answer on this node" >&2
                    exit 2
                }
                cp "$work/before.xml" "$work/after.xml" || exit 2
                for each in constraints/rsc_location constraints/rsc_order resources/primitive; do
                    of "$work/after.xml" cibadmin --delete-all --force \\
                        --xpath "//${each}[starts-with(@id,'vm.')]" || exit 2
                done
                for each in crm_config resources constraints; do
                    of "$PWD/cib.xml" cibadmin --query --scope "$each" > "$work/part.xml" || exit 2
                    of "$work/after.xml" cibadmin --modify --allow-create --scope "$each" \\
                        --xml-file "$work/part.xml" || exit 2
                done

                case $(of "$work/after.xml" crm_attribute -t crm_config -n stonith-enabled -G -q 2> /dev/null) in
                    false | no | off | n | 0)
                        echo "apply: warning: this cluster does not fence (stonith-enabled is false): a node that hangs may" \\
                            "still run its machines, and what runs twice ruins its disks" >&2 ;;
                esac
                crm_verify -V -x "$work/after.xml" 2> "$work/said" || {
                    cat "$work/said" >&2
                    echo "apply: nothing is changed" >&2
                    grep -q STONITH "$work/said" && echo "apply: without a fence device the cluster starts nothing: what runs" \\
                        "twice ruins its disks. stonith_admin --list-installed names the kinds of devices." >&2
                    exit 1
                }
                if [ "${1-}" = -n ]; then
                    crm_simulate -x "$work/after.xml" -S
                    exit
                fi
                # The difference alone, so that what the cluster writes meanwhile stays.
                crm_diff --no-version --original "$work/before.xml" --new "$work/after.xml" > "$work/diff.xml"
                if [ -s "$work/diff.xml" ]; then
                    cibadmin --patch --xml-file "$work/diff.xml" || exit 2
                fi
                for each in $(of "$work/after.xml" crm_resource --list-raw | sed -n 's/^vm-//p'); do
                    case $machines in *" $each "*) continue ;; esac
                    case $(of "$work/after.xml" crm_resource -r "vm-$each" -g config 2> /dev/null) in
                        %4$s/*)
                            echo "apply: $each is in the cluster, and not in $conf; to remove it:" \\
                                "cibadmin --delete --scope resources --xml-text '<primitive id=\\"vm-$each\\"/>'" ;;
                    esac
                done
                """
                .formatted(conf, Machine.names(plan), ShellText.quoted(conf), Machine.FOLDER);
    }
}
