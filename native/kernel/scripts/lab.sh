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

# Both boots at once: the one that counts has one CPU, and no other machine can
# disturb its clock.
measure() {
	name=$1
	folder=$2
	out=$build/out/$name
	rm -rf "$out"
	mkdir -p "$out"
	echo "$folder" >"$out/kernel"
	say "$name: counting instructions in one guest, proving every strategy" \
		"and running JMH in another"
	ACCEL=tcg "$lab/scripts/boot.sh" "$folder" "$out/clock" instructions \
		"$lab/guest/steps.sh" "$repository" count &
	clock=$!
	"$lab/scripts/boot.sh" "$folder" "$out/free" free \
		"$lab/guest/steps.sh" "$repository" verify jmh || {
		wait "$clock" || true
		fail "not measured: kernel=$name"
	}
	wait "$clock" || fail "not counted: kernel=$name"
}

suite
for name in $kernels; do
	folder=$("$lab/scripts/kernel.sh" "$name")
	measure "$name" "$folder"
done

"$lab/scripts/evidence.sh"
say "done in $(($(date +%s) - begin)) s; run folders are in $build/out"
