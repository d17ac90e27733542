#!/bin/sh
# Runs every fuzzer as a plain program over its corpus.
status=0
for directory in "$srcdir"/tests/fuzz/corpus/*; do
    "./tests/fuzz/fuzz_$(basename "$directory")" "$directory" || status=1
done
exit $status
