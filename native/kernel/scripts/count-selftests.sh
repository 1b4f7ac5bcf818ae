#!/bin/sh
# SPDX-License-Identifier: MIT
# count-selftests.sh REPEATS UNPATCHED NEXT: compares two lists of RESULT<tab>HOW
# OFTEN. Ends in 1 if a test failed on the second kernel alone, or if a result
# differs that did not vary on either.
set -eu

join -t'	' -a1 -a2 -e0 -o 0,1.2,2.2 "${2:?}" "${3:?}" |
	awk -F'\t' -v repeats="${1:?}" '
# A result that came fewer times than others of its kind on a kernel varied there.
function varied(count) { return count % repeats != 0 }
/^nosigbus:/ { next }
{
	failing = $1 ~ /: not ok / || ($1 ~ /ends with status/ && $1 !~ /status [04]$/)
	if ($2 == $3) {
		if (failing) { both[++n] = $1; total_failed += $2 }
		else total_ok += $2
	} else if (!(failing && $2 == 0) && (varied($2) || varied($3)))
		vary[++v] = sprintf("%s: %d on unpatched, %d on next", $1, $2, $3)
	else
		differ[++d] = sprintf("%s: %d on unpatched, %d on next", $1, $2, $3)
}
END {
	printf "%d runs on each kernel; results that are the same on both:" \
		" %d passed or skipped, %d failed\n", repeats, total_ok, total_failed
	for (i = 1; i <= n; i++) print "fails on both: " both[i]
	for (i = 1; i <= v; i++) print "varies: " vary[i]
	for (i = 1; i <= d; i++) print "differs: " differ[i]
	exit d > 0
}'
