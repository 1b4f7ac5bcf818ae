#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the kernel's mm selftests on the unpatched kernel and on `next`, and
# shows each result that differs. The test of the series itself is to differ.
set -eu
. "$(dirname "$0")/common.sh"

results() {
	for file in "$build/out/selftests-$1"/*.out; do
		name=${file##*/}
		# Numbers, addresses and times are not results.
		sed -n 's/^\(ok\|not ok\) [0-9]* *\([^#]*\)\(# SKIP\)\{0,1\}.*/\1 \2\3/p' \
			"$file" | sed 's/0x[0-9a-f]*//g; s/[0-9][0-9]*/N/g' |
			sed "s|^|${name%.out}: |"
	done
	sed 's/^/status: /' "$build/out/selftests-$1/selftests.d.status"
}

# Of some tests only, on both kernels, in place of what was known of them.
run() {
	for kernel in unpatched next; do
		LAB_SELFTESTS=$1 "$lab/scripts/guest-programs.sh" selftests "$kernel" || true
		known=$build/selftests.$kernel
		touch "$known"
		for test in $1; do
			grep -v -e "^$test: " -e "^status: $test " "$known" \
				>"$known.others" || true
			mv "$known.others" "$known"
		done
		results "$kernel" >>"$known"
		sort -o "$known" "$known"
		say "$kernel: $(wc -l <"$known") results"
	done
}

differ() {
	diff "$build/selftests.unpatched" "$build/selftests.next" |
		grep '^[<>]' | grep -v ' nosigbus' >"$build/selftests.diff"
}

names() {
	sed -n -e 's/^. status: \([^ ]*\) .*/\1/p' -e t \
		-e 's/^. \([^:]*\): .*/\1/p' "$build/selftests.diff" | sort -u
}

rm -f "$build/selftests.unpatched" "$build/selftests.next"
run "$selftests"
# A test that races a CPU as slow as an emulated one, as the events of
# uffd-unit-tests do, ends either way: what differs by chance does not again.
for _ in 1 2; do
	differ || break
	again=$(names | tr '\n' ' ')
	say "differ, run again: tests=$again"
	run "$again"
done
if differ; then
	cat "$build/selftests.diff"
	fail "selftests differ: unpatched < > next"
fi
echo "mm selftests: the same on both kernels, but for the series' own;" \
	"$(grep -c ': ok' "$build/selftests.next") ok," \
	"$(grep -c ': not ok' "$build/selftests.next") not ok on both"
