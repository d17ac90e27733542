#!/bin/sh
# Rules for all files that a compiler does not know. Prints each violation and says one TAP result.
# These scripts are not looked at: they name what is forbidden.
LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 1

COLUMNS_MAX=110
found=$(mktemp) && files=$(mktemp) || exit 1
trap 'rm -f "$found" "$files"' EXIT

# The files of the project, without what a build left beside them.
{
    test -e .git && git ls-files --cached --others --exclude-standard 2>/dev/null ||
        find . -type f ! -path './.git/*' ! -path './_*' ! -path './build*' ! -path './auto*' ! -path './config*' \
            ! -path './aclocal.m4' ! -path './Makefile*' ! -path '*/.deps/*' ! -name '*.[oa]' \
            ! -name '*.log' ! -name '*.trs' | sed 's|^\./||'
} | grep -v '^tests/lint/' | sort -u | while read -r file; do
    test -f "$file" && echo "$file"
done >"$files"
sources=$(grep '\.[ch]$' "$files")

# Prints file:line and the remark for each line of the files that matches.
forbid() {
    pattern=$1 remark=$2
    shift 2
    grep -nIE -- "$pattern" /dev/null "$@" | sed -E "s|^([^:]*:[0-9]+):.*|\\1: $remark|"
}

{
    forbid '(^|[^A-Za-z0-9_])v?(sprintf|strcpy|strcat|strtok|gets|ato[ifl]|atoll) *\(' 'a banned function' $sources
    forbid "$(printf '\t')" 'a tab' $sources
    forbid '(^|[^A-Za-z0-9_])(TODO|FIXME|XXX)([^A-Za-z0-9_]|$)' 'unfinished' $(cat "$files")
    forbid '(^|[^A-Za-z0-9_.~})-])/(home|work|root|Users)/' 'a path of one machine' $(cat "$files")

    # A character of several bytes is one column. Tables of data and generated files may be wide.
    awk -v max=$COLUMNS_MAX '{
        line = $0
        gsub(/[\200-\277]/, "", line)
        if (length(line) > max)
            printf "%s:%d: %d columns\n", FILENAME, FNR, length(line)
    }' /dev/null $(printf '%s\n' $sources | grep -v -e '_data\.c$' -e '/front_page\.h$' -e '/openapi_document\.h$')

    sed -nE 's#^((.*/)?(util|common|shared|misc|helper|type)s?\.[^/]*)$#\1:1: a name that says nothing#p' "$files"

    # The names of modules, without folder and ending.
    grep '^src/.*\.[ch]$' "$files" | awk -F/ '{
        name = $NF
        sub(/\..$/, "", name)
        folder = substr($0, 1, length($0) - length($NF))
        if (name in first && first[name] != folder)
            printf "%s:1: %s%s.* has the same name\n", $0, first[name], name
        else
            first[name] = folder
    }'

    # What a header declares is needed by a file beside the one that defines it.
    awk '
    function is_header() { return FILENAME ~ /\.h$/ }
    is_header() && /^[A-Za-z_][A-Za-z0-9_ *]*[ *][a-z0-9_]+\(/ && !/^(typedef|static) / {
        name = $0
        sub(/\(.*/, "", name)
        sub(/.*[ *]/, "", name)
        declared[name] = FILENAME ":" FNR
    }
    !is_header() {
        gsub(/[^A-Za-z0-9_]+/, " ")
        count = split($0, words, " ")
        for (i = 1; i <= count; i++)
            if (words[i] in declared)
                FILENAME ~ /^src/ ? users[words[i]]++ : testers[words[i]]++
    }
    END {
        for (name in declared)
            if (users[name] < 2)
                printf "%s: %s is used by %s\n", declared[name], name, testers[name] ? "tests only" : "no other file"
    }' /dev/null $(grep '^src/.*\.h$' "$files") $(grep '\.c$' "$files") | sort
} >"$found"

cat "$found"
if test -s "$found" || ! test -s "$files"; then
    echo "not ok 1 - tidiness"
    result=1
else
    echo "ok 1 - tidiness"
    result=0
fi
echo "1..1"
exit $result
