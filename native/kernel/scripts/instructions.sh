#!/bin/sh
# SPDX-License-Identifier: MIT
# instructions.sh LABEL=JOURNAL...: the table of what `benchmarks.jar count`
# counted, one kernel a column, from the rounds.jsonl of its runs.
set -eu

for run in "$@"; do
	sed -n "s|.*\"cell\":\"InstructionClock\.\([a-zA-Z]*\)/\([a-z-]*\)\".*\"instructions\":\[\([-0-9.,E]*\)\].*|${run%%=*} \1 \2 \3|p" \
		"${run#*=}"
done | awk '
function show(value) { return value == int(value) ? sprintf("%d", value) : sprintf("%.1f", value) }
{
	least = ""
	for (i = split($4, all, ","); i > 0; i--)
		if (least == "" || all[i] + 0 < least) least = all[i] + 0
	value[$1, $2, $3] = least
	if (!($1 in labels)) { labels[$1]; label[++kernels] = $1 }
	if (!($2 in cases)) { cases[$2]; what[++questions] = $2 }
	if (!($3 in seen)) { seen[$3]; row[++rows] = $3 }
}
END {
	said["beginEnd"] = "begin and end around nothing"
	said["warm"] = "an access of 8,294,400 bytes"
	said["cold"] = "the first access, all pages there"
	said["lostPage"] = "a lost page"
	for (q = 1; q <= questions; q++) {
		printf "\nInstructions of %s\n%-18s", said[what[q]], ""
		for (k = 1; k <= kernels; k++) printf " %14s", label[k]
		print ""
		for (r = 1; r <= rows; r++) {
			printf "%-18s", row[r]
			for (k = 1; k <= kernels; k++) {
				key = label[k] SUBSEP what[q] SUBSEP row[r]
				printf " %14s", key in value ? show(value[key]) : "-"
			}
			print ""
		}
	}
}'
