#!/bin/sh
# Whether the programs show the guards against attacks that configure chose, in HARDENED.
programs="aihub aihub.fcgi"

# shows PROGRAM GUARD: whether the program has it.
shows() {
    case $2 in
    pie) readelf -hW "$1" | grep -q 'Type: *DYN' && readelf -dW "$1" | grep -q 'FLAGS_1.*PIE' ;;
    relro) readelf -lW "$1" | grep -q GNU_RELRO ;;
    now) readelf -dW "$1" | grep -qE 'BIND_NOW|FLAGS_1.*NOW' ;;
    stack) readelf -lW "$1" | grep GNU_STACK | grep -qv RWE ;;
    protector) readelf -W --dyn-syms "$1" | grep -q __stack_chk_fail ;;
    fortify) readelf -W --dyn-syms "$1" | grep -qE ' __[a-z]+_chk(@|$)' ;;
    *) false ;;
    esac
}

skip() {
    echo "1..0 # SKIP $*"
    exit 0
}

test -n "${HARDENED:-}" || skip "built with sanitizers, with fuzzers or with --disable-hardening"
command -v readelf >/dev/null || skip "readelf is not installed"

count=0
status=0
for program in $programs; do
    for guard in $HARDENED; do
        count=$((count + 1))
        if shows "$program" "$guard"; then
            echo "ok $count - $program: $guard"
        else
            echo "not ok $count - $program: $guard"
            status=1
        fi
    done
done
echo "1..$count"
exit $status
