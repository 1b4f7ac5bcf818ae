#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs test programs one after the other and counts their cases:
# run_tests.sh LABEL COMMAND... ; exits 1 if any failed.
set -u

label=$1
shift
output=$(mktemp)
trap 'rm -f "$output"' EXIT
passed=0 failed=0 skipped=0 status=0

count() {
	grep -cE "$1" "$output"
}

# A program may come with arguments, or be the argument of a tool.
for program in "$@"; do
	# shellcheck disable=SC2086 # words
	$program >"$output" 2>&1
	code=$?
	skips=$(count '^ok .*# SKIP')
	oks=$(($(count '^ok ') - skips))
	bad=$(count '^not ok ')
	if [ "$code" -ne 0 ] && [ "$code" -ne 77 ]; then
		status=1
		[ "$bad" -gt 0 ] || bad=1
		cat "$output"
		echo "failed: program=$program, status=$code"
	fi
	passed=$((passed + oks)) failed=$((failed + bad)) skipped=$((skipped + skips))
	grep -oE '# SKIP.*' "$output" | grep -v '# SKIP$' | sort | uniq -c |
		sed "s|^|  $(basename "${program%% --*}"): |"
done
echo "C tests ($label): $passed passed, $failed failed, $skipped skipped"
exit $status
