#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the kernel's mm selftests LAB_REPEATS (10) times on the unpatched kernel and
# as often on `next`, the same programs, and compares how often each result came.
# The test of the series itself is to differ. A result that varies on one kernel is
# shown with its counts; one that is always the same on both and differs is a
# failure, and so is one that came on one kernel alone.
set -eu
. "$(dirname "$0")/common.sh"

LAB_REPEATS=${LAB_REPEATS:-10}
LAB_LIMIT_S=${LAB_LIMIT_S:-$((LAB_REPEATS * 1200))}
export LAB_REPEATS LAB_LIMIT_S

# TEST: RESULT, a line for each time that it came. Numbers, addresses and times in
# a result's name are none. How a program ended is a result as the others are.
results() {
	folder=$build/out/$arch/selftests-$1
	for file in "$folder"/*.out; do
		name=${file##*/}
		sed -n 's/^\(ok\|not ok\) [0-9]* *\([^#]*\)\(# SKIP\)\{0,1\}.*/\1 \2\3/p' \
			"$file" | sed 's/0x[0-9a-f]*//g; s/[0-9][0-9]*/N/g' |
			sed "s|^|${name%%.*}: |"
	done
	sed 's/^\([^ ]*\) [0-9]* /\1: ends with status /' "$folder/selftests.d.status"
}

# RESULT<tab>HOW OFTEN, of one kernel.
counts() {
	results "$1" | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)$/\2\t\1/' |
		sort -t'	' -k1,1
}

for kernel in unpatched next; do
	# What failed is in the comparison.
	"$lab/scripts/guest-programs.sh" selftests "$kernel" || true
	counts "$kernel" >"$build/selftests.$kernel"
	[ -s "$build/selftests.$kernel" ] || fail "no selftest ran: kernel=$kernel"
done

"$lab/scripts/count-selftests.sh" "$LAB_REPEATS" "$build/selftests.unpatched" \
	"$build/selftests.next"
