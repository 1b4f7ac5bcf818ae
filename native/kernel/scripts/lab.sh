#!/bin/sh
# SPDX-License-Identifier: MIT
# The whole lab: three kernels, built unless they are there; in each the proof
# of every strategy and JMH, and then again under a clock that counts
# instructions. Ends with three property matrices and the table of instructions.
set -eu
. "$(dirname "$0")/common.sh"

"$lab/scripts/tools.sh"
begin=$(date +%s)

suite() {
	say "suite: building it"
	nice -n 15 make -s -C "$repository/native" all
	[ -f "$repository/benchmarks/target/benchmarks.jar" ] ||
		(cd "$repository" && nice -n 15 ./mvnw -q -DskipTests -DskipC package)
}

# Sets run_NAME to the folder of the kernel's instruction clock.
measure() {
	name=$1
	folder=$2
	out=$build/out/$name
	rm -rf "$out"
	say "$name: proving every strategy and running JMH in the guest"
	"$lab/scripts/boot.sh" "$folder" "$out/free" free \
		"$lab/guest/steps.sh" "$repository" verify jmh
	say "$name: counting instructions"
	ACCEL=tcg "$lab/scripts/boot.sh" "$folder" "$out/clock" instructions \
		"$lab/guest/steps.sh" "$repository" count
}

suite
for name in $kernels; do
	folder=$("$lab/scripts/kernel.sh" "$name")
	measure "$name" "$folder"
	size "$folder/vmlinux" >"$build/out/$name/size"
done

"$lab/scripts/evidence.sh"
say "done in $(($(date +%s) - begin)) s; run folders are in $build/out"
