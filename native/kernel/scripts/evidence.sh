#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints what the lab found last: where, C tests, matrices, instructions, text size.
set -eu
. "$(dirname "$0")/common.sh"

status=0
journals=
for label in $(labels); do
	out=$build/out/$arch/$label
	[ -f "$out/free/verify.ktap" ] ||
		refuse "nothing was measured: kernel=$label, arch=$arch; run" \
			"make -C native/kernel lab ARCH=$arch"
	printf '\n== %s %s (%s): what each strategy survives ==\n' "$arch" "$label" \
		"$(cat "$out/free/accelerator")"
	tail -n 1 "$out/free/ctests.txt"
	"$lab/scripts/matrix.sh" "$out/free/verify.ktap" || status=1
	journals="$journals $label=$(ls -d "$out"/clock/results/2*/rounds.jsonl)"
done

printf '\n== %s: instructions, user space and kernel together (emulated, -icount) ==\n' \
	"$arch"
# shellcheck disable=SC2086
"$lab/scripts/instructions.sh" $journals

# They are the same on every kernel.
loops=$build/out/$arch/next/clock/loops.txt
if [ -f "$loops" ]; then
	printf '\n== %s: instructions of the read loops alone (emulated, -icount) ==\n' "$arch"
	awk '{ printf "%-8s %-10s %9d bytes %9d instructions, %.4f a byte\n", $2, $3, $4, $5, $5 / $4 }' "$loops"
fi

# What the patches add, function by function, by the kernel's own script.
base=$(cat "$build/out/$arch/unpatched/kernel")
for label in 2021 next; do
	patched=$(cat "$build/out/$arch/$label/kernel")
	printf '\n== %s: bytes that %s adds (bloat-o-meter, vmlinux) ==\n' "$arch" "$label"
	if command -v python3 >/dev/null 2>&1; then
		python3 "$base/source/scripts/bloat-o-meter" \
			"$base/vmlinux" "$patched/vmlinux"
	else
		size "$base/vmlinux" "$patched/vmlinux"
	fi
done
exit "$status"
