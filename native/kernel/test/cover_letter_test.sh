#!/bin/sh
# SPDX-License-Identifier: MIT
# The cover letter has no figure that the lab did not print.
set -u
cd "$(dirname "$0")/.." || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
series=patches/next
recorded=../../results/lab
number=0
failed=0

check() {
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $number $1"
	else
		printf '# actual:\n%s\n# expected:\n%s\n' "$2" "$3"
		echo "not ok $number $1"
		failed=1
	fi
}

# A figure of its own for every one that the letter asks for.
make_figures() {
	grep -o '{counts[0-9]* [^}]*}' $series/cover-letter.in | sort -u |
		while read -r _ kernel what; do
			echo "what=${what%?} value=$kernel.${what%?} unit=x" \
				>>"$folder/counts-$kernel.txt"
		done
	grep -o '{fuzz [^}]*}' $series/cover-letter.in | sed 's/{fuzz \(.*\)}/# \1=fuzz.\1/' \
		>"$folder/fuzz.txt"
	cat >"$folder/evidence.txt" <<'END'
Instructions of a lost page
                        unpatched           2021           next
guard-huge-tail              11.5           12.5           15.5
guard-libwayland             13.5           14.5           16.5
nofault-private                 -           17.5           18.5
END
}

echo "KTAP version 1"
echo "1..5"
check "refuses a folder without figures in one line" \
	"$(scripts/cover-letter.sh "$folder" 2>&1 >/dev/null | wc -l) $(
		scripts/cover-letter.sh "$folder" >/dev/null 2>&1; echo $?)" "1 1"
make_figures
check "puts every figure in its place" \
	"$(scripts/cover-letter.sh "$folder" | grep -c '[{}]')" "0"
check "takes each figure from its own file, strategy and kernel" \
	"$(scripts/cover-letter.sh "$folder" |
		grep -o -e ' 1[1-8]\.5' -e 'next.holes.flag.mappings' \
			-e '2021.mmap1' -e fuzz.pagesCompared | sort | tr '\n' ' ')" \
	" 11.5  13.5  17.5  18.5 2021.mmap1 fuzz.pagesCompared next.holes.flag.mappings "
check "lists the subjects of all patches" \
	"$(scripts/cover-letter.sh "$folder" | grep -c -F -x "$(
		sed -n 's/^Subject: \[[^]]*\] //p' $series/000[1-9]-*.patch)")" \
	"$(ls $series/000[1-9]-*.patch | wc -l)"
if [ -f $series/0000-cover-letter.patch ]; then
	check "the letter that is kept agrees with results/lab" \
		"$(scripts/cover-letter.sh $recorded | cmp - $series/0000-cover-letter.patch 2>&1)" ""
else
	echo "ok 5 the letter that is kept agrees with results/lab # SKIP none is kept"
fi
exit $failed
