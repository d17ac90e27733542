#!/bin/sh
# README's table of endpoints and the tests that prove them: each test that it names is there and has each check that it
# names, and each check of these tests that has such a name is in the table. A row is
#
#   | document | `METHOD path` | `test_api_….py`: what one check says; what another says |
#
# and the check's name is `METHOD path: what it says`, in the line of a decorator. Prints TAP.
#
#   tests/lint/proofs.sh --rows DOCUMENT test_api_….py     prints the rows that a test's checks make
LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 1

# The names of a test's checks, as FILE|NAME.
checks_of() {
    sed -n "s/^@.*\"\([A-Z]* \/[^\"]*: [^\"]*\)\".*/$1|\1/p" "tests/e2e/$1"
}

if [ "${1:-}" = --rows ]; then
    checks_of "$3" | awk -F'|' -v document="$2" '{
        end = match($2, /: /)
        endpoint = substr($2, 1, end - 1)
        if (!(endpoint in said))
            order[++count] = endpoint
        said[endpoint] = said[endpoint] (said[endpoint] ? "; " : "") substr($2, end + 2)
    }
    END {
        for (i = 1; i <= count; i++)
            printf "| %s | `%s` | `%s`: %s |\n", document, order[i], "'"$3"'", said[order[i]]
    }'
    exit
fi

rows=$(sed -n '/^## Every endpoint/,/^## [^E]/p' README.md |
    sed -n 's/^| [^|]* | `\([A-Z]* [^`]*\)` | `\(test_[a-z_]*\.py\)`: \(.*\) |$/\2|\1|\3/p')
names=$(printf '%s\n' "$rows" | awk -F'|' '{
    count = split($3, said, "; ")
    for (i = 1; i <= count; i++)
        print $1 "|" $2 ": " said[i]
}' | sort)
wanted=$(sed -n '/^## Every endpoint/,/^## [^E]/p' README.md | grep -c '^| [^|d-][^|]* | `')
found=$(printf '%s\n' "$rows" | cut -d '|' -f 1 | sort -u | while read -r file; do
    checks_of "$file"
done | sort)

number=0
bad=0
result() { # result NAME DIFFERENCES
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        bad=1
        echo "not ok $number - $1"
        printf '%s\n' "$2" | sed 's/^/# /'
    fi
}

read_rows=$(printf '%s\n' "$rows" | grep -c .)
result "README's rows can be read" "$([ "$wanted" -gt 0 ] && [ "$read_rows" = "$wanted" ] ||
    echo "$read_rows of $wanted rows of the table have the form that this script tells")"
result "the tests have the checks that README names" "$(printf '%s\n' "$names" | while IFS='|' read -r file name; do
    grep "^@" "tests/e2e/$file" | grep -qF "\"$name\"" || echo "$file has no check \"$name\""
done)"
result "README names the checks that these tests have" "$(printf '%s\n' "$found" | while read -r check; do
    printf '%s\n' "$names" | grep -qxF "$check" || echo "not in README: $check"
done)"
echo "1..$number"
exit $bad
