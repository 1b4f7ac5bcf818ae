#!/bin/sh
# SPDX-License-Identifier: MIT
# matrix.sh KTAP: the property matrix of what nofault-verify printed.
set -eu

awk '
/^(not )?ok / {
	wrong = $1 == "not"
	at = wrong ? 4 : 3
	strategy = $at
	property = $(at + 1)
	sub(":$", "", property)
	answer = $0 ~ / # SKIP / ? "-" : $(at + 2) == "yes" ? "y" : \
		$(at + 2) == "no" ? "n" : "?"
	mark[strategy, property] = wrong ? "!" : answer
	cases++
	bad += wrong
	skipped += answer == "-"
	if (!(strategy in seen)) { seen[strategy]; rows[++count] = strategy }
	if (!(property in known)) { known[property]; columns[++width] = property }
}
END {
	printf "%-18s", ""
	for (c = 1; c <= width; c++) printf " %2d", c
	print ""
	for (r = 1; r <= count; r++) {
		printf "%-18s", rows[r]
		for (c = 1; c <= width; c++)
			printf " %2s", mark[rows[r], columns[c]]
		print ""
	}
	printf "%d cases, %d not as declared, %d skipped;", cases, bad, skipped
	print " y yes, n no, - skipped, ! not as declared"
	for (c = 1; c <= width; c++)
		printf "%2d %-32s%s", c, columns[c], \
			(c % 2 == 0 || c == width ? "\n" : "")
	exit bad > 0
}' "${1:?KTAP file}"
