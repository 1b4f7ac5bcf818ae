#!/bin/sh
# SPDX-License-Identifier: MIT
# cover-letter.sh [FOLDER]: prints the cover letter of `next`, with the figures that
# the lab printed into FOLDER (results/lab). None of them is typed:
#
#   evidence.txt         {evidence QUESTION STRATEGY KERNEL}
#   counts-KERNEL.txt    {counts KERNEL WHAT}
#   fuzz.txt             {fuzz NAME}
#   config/sources       {linux} {package} {checksum}, {linux2} {package2}
#   the patches          {patches} {shortlog} {diffstat}
#
# {evidence8 ...} and {counts12 ...} take that width, flush right.
#
# A figure that the folder does not have ends it with status 1.
set -eu
. "$(dirname "$0")/common.sh"

folder=${1:-$repository/results/lab}
series=$lab/patches/next

# The subjects, without their numbers.
shortlog() {
	sed -n 's/^Subject: \[[^]]*\] //p' "$series"/000[1-9]-*.patch
}

# Lines added and removed, a file a line.
diffstat() {
	awk '/^diff --git / { file = substr($4, 3); next }
	/^-- $/ { file = "" }
	/^\+\+\+ |^--- / { next }
	file != "" && /^\+/ { plus[file]++; plus_all++ }
	file != "" && /^-/ { minus[file]++; minus_all++ }
	file != "" { files[file] }
	END {
		for (file in files)
			printf " %-48s +%-4d -%d\n", file, plus[file], \
				minus[file] | "sort"
		close("sort")
		for (file in files) count++
		printf " %d files changed, %d insertions(+), %d deletions(-)\n",
			count, plus_all, minus_all
	}' "$series"/000[1-9]-*.patch
}

# One figure a line: its words, an equals sign, the value.
figures() {
	sed '/^ *#/d' "$lab/config/sources" | awk '{
		n = (NR == 1) ? "" : NR
		print "linux" n "=" $1; print "package" n "=" $2
		print "checksum" n "=" $3 }'
	for file in "$folder"/counts-*.txt; do
		[ -f "$file" ] || continue
		kernel=${file##*/counts-}
		sed -n "s/^what=\([^ ]*\) value=\([^ ]*\) unit=.*/counts ${kernel%.txt} \1=\2/p" \
			"$file"
		sed -n "s/^what=\([^ ]*\) SKIPPED.*/counts ${kernel%.txt} \1=-/p" "$file"
	done
	[ ! -f "$folder/fuzz.txt" ] ||
		grep '^# [^ ]*=' "$folder/fuzz.txt" | tr ' ' '\n' | sed -n 's/^\([A-Za-z]*=\)/fuzz \1/p'
	[ ! -f "$folder/evidence.txt" ] || awk '
		/^Instructions of / {
			what = $0 ~ /lost page/ ? "lostPage" : $0 ~ /first access/ ? "cold" : \
				$0 ~ /begin and end/ ? "beginEnd" : "warm"
			getline
			width = split($0, kernel, " ")
			next
		}
		/^== / { width = 0 }
		width && NF == width + 1 {
			for (k = 1; k <= width; k++)
				print "evidence " what " " $1 " " kernel[k] "=" $(k + 1)
		}' "$folder/evidence.txt"
}

set -- "$series"/000[1-9]-*.patch
{
	figures
	echo "patches=$#"
	shortlog | sed 's/^/shortlog=/'
	diffstat | sed 's/^/diffstat=/'
} | awk -v template="$series/cover-letter.in" '
{
	split_at = index($0, "=")
	name = substr($0, 1, split_at - 1)
	value = substr($0, split_at + 1)
	sub(/\.0$/, "", value)
	if (name in figure && name ~ /^(shortlog|diffstat)$/)
		value = figure[name] "\n" value
	figure[name] = value
}
END {
	while ((getline line < template) > 0) {
		while (match(line, /\{[a-z0-9]+( [^{}]+)?\}/)) {
			name = substr(line, RSTART + 1, RLENGTH - 2)
			width = 0
			if (match(name, /^[a-z]+[0-9]+ /)) {
				word = name
				sub(/[0-9]+ .*/, "", word)
				width = substr(name, length(word) + 1) + 0
				sub(/[0-9]+ /, " ", name)
			}
			if (!(name in figure)) {
				print "kernel lab: no such figure: figure=" name \
					"; run what prints it, see " template > "/dev/stderr"
				exit 1
			}
			match(line, /\{[a-z0-9]+( [^{}]+)?\}/)
			line = substr(line, 1, RSTART - 1) \
				sprintf("%" width "s", figure[name]) \
				substr(line, RSTART + RLENGTH)
		}
		print line
	}
}'
