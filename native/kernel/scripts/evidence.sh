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

# What the patches add, function by function, by the kernel's own script.
base=$(cat "$build/out/unpatched/kernel")
bloat=$build/source/linux-source-6.12/scripts/bloat-o-meter
for name in $kernels; do
	[ "$name" != unpatched ] || continue
	patched=$(cat "$build/out/$name/kernel")
	printf '\n== Bytes that %s adds (bloat-o-meter, vmlinux) ==\n' "$name"
	if command -v python3 >/dev/null 2>&1; then
		python3 "$bloat" "$base/vmlinux" "$patched/vmlinux"
	else
		size "$base/vmlinux" "$patched/vmlinux"
	fi
done
exit "$status"
