#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints what the lab found last: matrices, instructions, text size.
set -eu
. "$(dirname "$0")/common.sh"

status=0
journals=
for name in $kernels; do
	out=$build/out/$name
	[ -f "$out/free/verify.ktap" ] ||
		refuse "nothing was measured: kernel=$name; run make -C native/kernel lab"
	printf '\n== %s: what each strategy survives ==\n' "$name"
	"$lab/scripts/matrix.sh" "$out/free/verify.ktap" || status=1
	journals="$journals $name=$(ls -d "$out"/clock/results/2*/rounds.jsonl)"
done

printf '\n== Instructions, user space and kernel together (emulated, -icount) ==\n'
# shellcheck disable=SC2086
"$lab/scripts/instructions.sh" $journals

printf '\n== Text of the kernel in bytes (size vmlinux) ==\n'
for name in $kernels; do
	printf '%-18s %s\n' "$name" "$(awk 'NR == 2 { print $1 }' "$build/out/$name/size")"
done
exit "$status"
