#!/bin/sh
# Runs a program under valgrind's memcheck, and those that it starts of itself: memcheck.sh PROGRAM [ARGUMENT...]
# Any error, and any memory that is lost for good, gives exit status 99.
here=$(cd "$(dirname "$0")" && pwd)
exec valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
    --errors-for-leak-kinds=definite,indirect --trace-children=yes --num-callers=30 \
    --suppressions="$here/memcheck.supp" "$@"
