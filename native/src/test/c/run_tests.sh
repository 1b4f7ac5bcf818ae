#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs test programs and counts their cases: run_tests.sh LABEL COMMAND... [--
# COMMAND...]; JOBS of them at a time, and those after the -- one by one after
# the others. Exits 1 if any failed.
set -u

# A program may come with arguments, or be the argument of a tool.
if [ "$1" = --one ]; then
	outputs=$2 number=${3%% *}
	# shellcheck disable=SC2086 # words
	${3#* } >"$outputs/$number" 2>&1
	echo $? >"$outputs/$number.status"
	exit 0
fi

label=$1
shift
outputs=$(mktemp -d)
trap 'rm -rf "$outputs"' EXIT
passed=0 failed=0 skipped=0 status=0

number=0 list=parallel
for program in "$@"; do
	if [ "$program" = -- ]; then
		list=serial
		continue
	fi
	number=$((number + 1))
	echo "$number $program" >>"$outputs/$list"
done
for list in parallel serial; do
	[ -e "$outputs/$list" ] || continue
	jobs=1
	[ $list = serial ] || jobs=${JOBS:-1}
	xargs -d '\n' -n 1 -P "$jobs" "$0" --one "$outputs" <"$outputs/$list"
done

count() {
	grep -cE "$1" "$outputs/$number"
}

number=0
for program in "$@"; do
	[ "$program" != -- ] || continue
	number=$((number + 1))
	# Without one it was never run, or ended with the shell that ran it.
	[ -e "$outputs/$number.status" ] || echo 127 >"$outputs/$number.status"
	touch "$outputs/$number"
	code=$(cat "$outputs/$number.status")
	skips=$(count '^ok .*# SKIP')
	oks=$(($(count '^ok ') - skips))
	bad=$(count '^not ok ')
	if [ "$code" -ne 0 ] && [ "$code" -ne 77 ]; then
		status=1
		[ "$bad" -gt 0 ] || bad=1
		cat "$outputs/$number"
		echo "failed: program=$program, status=$code"
	fi
	passed=$((passed + oks)) failed=$((failed + bad)) skipped=$((skipped + skips))
	grep -oE '# SKIP.*' "$outputs/$number" | grep -v '# SKIP$' | sort | uniq -c |
		sed "s|^|  $(basename "${program%% --*}"): |"
done
echo "C tests ($label): $passed passed, $failed failed, $skipped skipped"
exit $status
