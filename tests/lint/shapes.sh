#!/bin/sh
# The shapes of web servers are the same everywhere: in the end-to-end tests, in README's table, in quickstart and in
# fcgi-conf. Prints TAP.
LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 1

number=0
bad=0
same() { # same NAME EXPECTED FOUND
    number=$((number + 1))
    if [ -n "$2" ] && [ "$2" = "$3" ]; then
        echo "ok $number - $1"
    else
        bad=1
        echo "not ok $number - $1"
        printf 'wanted:\n%s\nfound:\n%s\n' "$2" "$3" | sed 's/^/# /'
    fi
}

# Words, one a line, in order.
words() {
    tr -s ' ,|\n"()' '\n' | grep . | sort
}

rows=$(sed -n '/^## The web servers/,/^## What/s/^| \[`\([^`]*\)`\](fcgi-conf\/\([^)]*\)).*/\1 \2/p' README.md)
shapes=$(sed -n '/^SHAPES = (/,/)/{s/^SHAPES = //;p;}' tests/e2e/harness.py | words)

same "README's table has the shapes of the tests" "$shapes" "$(echo "$rows" | sed 's/ .*//' | sort)"
same "README's table has the configurations of fcgi-conf" "$(ls fcgi-conf/*.conf)" \
    "$(echo "$rows" | sed 's/.* /fcgi-conf\//' | sort)"
same "quickstart takes them" "$shapes" \
    "$(sed -n '/^check_server/,/^}/s/^    \([a-z][a-z |-]*\)).*/\1/p' quickstart | words)"
same "quickstart's help has them" "$shapes" \
    "$(sed -n '/^  --server NAME/,/^  --procs/{/--procs/d;s/--server NAME/             /;p;}' quickstart |
        sed -n 's/^ \{19\}\([a-z-]*\(, [a-z-]*\)*\)  .*/\1/p' | words)"
same "quickstart's complaint has them" "$shapes" \
    "$(sed -n '/is none of/,/^ *;;/p' quickstart | sed 's/.*is none of//' | tr -d '\\;' | words)"
same "fcgi-conf/local.mk has the samples" "$(ls fcgi-conf/* | grep -v 'local\.mk$')" \
    "$(sed -n 's/^\t\(fcgi-conf\/[^ ]*\).*/\1/p' fcgi-conf/local.mk)"
echo "1..$number"
exit $bad
