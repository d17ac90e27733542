#!/bin/sh
# The settings in aihub.json(5) are those of the table in src/config.c, in its order.
# $1: the test program that prints the table, default: where make check builds it.
program=${1:-tests/unit/test_config}
page=${srcdir:-.}/man/aihub.json.5

known=$("$program" --settings | cut -f 1) || exit 99
described=$(sed -n '/^\.Sh SETTINGS/,/^\.Sh PROVIDERS/s/^\.It Cm \([a-z_]*\).*/\1/p' "$page")

echo 1..1
if [ -n "$known" ] && [ "$known" = "$described" ]; then
    echo "ok 1 - aihub.json(5) describes the settings that exist"
else
    echo "not ok 1 - aihub.json(5) describes the settings that exist"
    printf 'in src/config.c:\n%s\nin the page:\n%s\n' "$known" "$described" | sed 's/^/# /'
    exit 1
fi
