#!/bin/sh
# The manual pages: free of warnings, and complete for what the programs and the schema say.
# usage: man-pages.sh [FOLDER]    FOLDER holds the programs, by default those in bin/
set -u
cd "$(dirname "$0")/../../../.." || exit 2
programs=$(cd "${1:-bin}" && pwd) || exit 2
pages=docs/man
schema=grammar/src/main/resources/vmconf/grammar/vmconf.schema.yaml

if ! command -v mandoc > /dev/null; then
    echo "man-pages.sh: mandoc is missing, nothing checked; on Debian: apt-get install mandoc"
    exit 0
fi

passed=0
failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAILED: $*"; }

# A page as it is read, without bold and underlined characters.
rendered() { mandoc -T ascii -O width=100 "$1" | sed "s/.$(printf '\b')//g"; }

# expect_word PAGE TEXT WORD: the word stands by itself in the text.
expect_word() {
    if printf '%s\n' "$2" | grep -qE -e "(^|[^A-Za-z0-9-])$3([^A-Za-z0-9-]|\$)"; then
        pass
    else
        fail "$1 does not name $3"
    fi
}

# Options in the text of a usage or help message: -x, --long, and each letter of a group [-xyz].
options() {
    sed 's/[^A-Za-z0-9-]/ /g' | tr ' ' '\n' | while read -r word; do
        case $word in
            --[a-z]*) echo "$word" ;;
            --*) ;;
            -[A-Za-z]*) echo "${word#-}" | sed 's/./-&\n/g' ;;
        esac
    done | grep . | sort -u
}

# One line per way to write a directive: place, tab, its keywords; for the macro its equals sign.
directives() {
    awk '
        function tell(    count, ways, i, place, all, keys, words, n, w) {
            if (name == "") return
            if (form == "" || places == "") { print "?\t" name; return }
            count = split(form, ways, / or /)
            n = split(places, all, /[ ,]+/)
            for (i = 1; i <= count; i++) {
                keys = ""
                words = ways[i]
                gsub(/[^A-Za-z0-9=]+/, " ", words)
                w = split(words, word, / /)
                for (k = 1; k <= w; k++)
                    if (word[k] ~ /^([a-z][a-z0-9]*|=)$/) keys = keys (keys == "" ? "" : " ") word[k]
                for (place = 1; place <= n; place++) print all[place] "\t" keys
            }
        }
        /^directives:/ { on = 1; next }
        /^[^ #]/ { on = 0 }
        !on { next }
        /^  - name: / { tell(); name = $3; form = ""; places = ""; next }
        /^    in: / { sub(/^    in: \[/, ""); sub(/\].*/, ""); places = $0; next }
        /^    form: / { sub(/^    form: /, ""); gsub(/"/, ""); form = $0; next }
        END { tell() }
    ' "$schema"
}

# One line per item of a list in vm.conf(5): section, tab, the keywords of its head.
items() {
    awk '
        /^\.S[hs] / { section = substr($0, 5); next }
        /^\.It / {
            keys = ""
            mode = ""
            for (i = 2; i <= NF; i++) {
                if ($i ~ /^(Ic|No|Ar|Cm|Oo|Oc|Pq|Op|Ns)$/) { mode = $i == "Pq" ? mode : $i; continue }
                if ((mode == "Ic" || mode == "No") && $i ~ /^([a-z][a-z0-9]*|=)$/)
                    keys = keys (keys == "" ? "" : " ") $i
            }
            print section "\t" keys
        }
    ' "$pages/vm.conf.5"
}

section_of() {
    case $1 in
        file | global | agentx) echo "GLOBAL CONFIGURATION" ;;
        switch) echo "SWITCH CONFIGURATION" ;;
        vm) echo "VM CONFIGURATION" ;;
        interface) echo "Interface options" ;;
        instance-flag) echo "Instance flags" ;;
        *) echo "(no section for place \"$1\")" ;;
    esac
}

# ---- no warnings ---------------------------------------------------------------------------------
for page in "$pages"/*.[1-9]; do
    if complaints=$(mandoc -T lint -W warning "$page" 2>&1) && [ -z "$complaints" ]; then
        pass
    else
        fail "$complaints"
    fi
done

# ---- options -------------------------------------------------------------------------------------
# check_options PAGE PROGRAM [COMMAND]
check_options() {
    page=$1
    shift
    # Programs without --help answer it with their usage.
    help=$("$programs/$1" ${2:+"$2"} --help 2>&1 < /dev/null)
    case $help in
        *usage:*) ;;
        *"not built yet"* | *"Could not find or load main class"*)
            echo "not built: $1, its options are not checked"
            return
            ;;
        *)
            fail "$* --help: $help"
            return
            ;;
    esac
    text=$(rendered "$pages/$page")
    [ -z "${2-}" ] || expect_word "$page" "$text" "$2"
    for option in $(printf '%s\n' "$help" | grep -v 'usage: vmconf [a-z]* \[OPTION' | usage_only "$1" | options); do
        expect_word "$page" "$text" "$option"
    done
}

# Of vmconf's help the left column, of the others everything.
usage_only() {
    if [ "$1" = vmconf ]; then
        sed -n 's/^ *\(-.*\)/\1/p' | sed 's/   .*//; s/<[^>]*>//'
    else
        cat
    fi
}

commands=$("$programs/vmconf" --help 2> /dev/null | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')
check_options vmconf.1 vmconf
for command in $commands; do
    check_options vmconf.1 vmconf "$command"
done
check_options vmd.8 vmd
check_options vmctl.8 vmctl
for command in console show start status stop wait; do
    check_options vmctl.8 vmctl "$command"
done
check_options vmconf-lsp.1 vmconf-lsp

# ---- directives ----------------------------------------------------------------------------------
tab=$(printf '\t')
known=$(items | sed 's/^MACROS\t/GLOBAL CONFIGURATION\t/')
wanted=$(directives)
[ -n "$wanted" ] || fail "no directives found in $schema"
old_ifs=$IFS
IFS='
'
for line in $wanted; do
    place=${line%%"$tab"*}
    keys=${line#*"$tab"}
    section=$(section_of "$place")
    if printf '%s\n' "$known" | grep -qxF -e "$section$tab$keys"; then
        pass
    else
        fail "vm.conf.5 does not describe \"$keys\" under $section"
    fi
done
IFS=$old_ifs

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
