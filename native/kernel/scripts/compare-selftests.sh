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

for kernel in unpatched next; do
	"$lab/scripts/guest-programs.sh" selftests "$kernel" || true
	results "$kernel" | sort >"$build/selftests.$kernel"
	say "$kernel: $(wc -l <"$build/selftests.$kernel") results"
done
if diff "$build/selftests.unpatched" "$build/selftests.next" |
		grep '^[<>]' | grep -v ' nosigbus' >"$build/selftests.diff"; then
	cat "$build/selftests.diff"
	fail "selftests differ: unpatched < > next"
fi
echo "mm selftests: the same on both kernels, but for the series' own;" \
	"$(grep -c ': ok' "$build/selftests.next") ok," \
	"$(grep -c ': not ok' "$build/selftests.next") not ok on both"
