#!/bin/sh
# Runs every fuzzer over its corpus, as `make check` does; or, in a build with --enable-fuzzing:
#
#   tests/fuzz/run.sh SECONDS [NAME...]   lets each (or these) look for more so long, two at a time
#
# What is new goes to fuzz/new/NAME, what makes one fail to fuzz/found/NAME, what it said to fuzz/NAME.log.
# A failure that was mended belongs into the corpus, under a name that says what it was.
corpus=${srcdir:-.}/tests/fuzz/corpus

is_libfuzzer() {
    "./tests/fuzz/fuzz_$1" -help=1 2>&1 | grep -q max_total_time
}

# Leaks are looked for at the end only: during a run libdb holds its memory by offsets, which look like leaks.
search() {
    mkdir -p "fuzz/new/$1" "fuzz/found/$1"
    TMPDIR=${TMPDIR:-$PWD/fuzz} "./tests/fuzz/fuzz_$1" -max_total_time="$2" -rss_limit_mb=1024 -timeout=20 \
        -detect_leaks=0 -print_final_stats=1 -artifact_prefix="fuzz/found/$1/" "fuzz/new/$1" "$corpus/$1" \
        >"fuzz/$1.log" 2>&1
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "fuzz/$1.log")
    ways=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "fuzz/$1.log" | tail -1)
    test $status = 0 || printf 'not '
    echo "ok - $1: ${runs:-0} executions, ${ways:-0} branches reached"
}

case ${1:-} in
--one)
    search "$3" "$2"
    ;;
[0-9]*)
    seconds=$1
    shift
    test $# -gt 0 || set -- $(ls "$corpus")
    if ! is_libfuzzer "$1"; then
        echo "Bail out! The fuzzers are not linked with libFuzzer: configure --enable-fuzzing CC=clang"
        exit 1
    fi
    mkdir -p fuzz
    printf '%s\n' "$@" | xargs -P 2 -n 1 "$0" --one "$seconds" | tee fuzz/results
    echo "1..$#"
    test "$(grep -c '^ok' fuzz/results)" = $#
    ;;
*)
    status=0
    for directory in "$corpus"/*; do
        name=$(basename "$directory")
        if is_libfuzzer "$name"; then
            "./tests/fuzz/fuzz_$name" -runs=0 "$directory" || status=1
        else
            "./tests/fuzz/fuzz_$name" "$directory" || status=1
        fi
    done
    exit $status
    ;;
esac
