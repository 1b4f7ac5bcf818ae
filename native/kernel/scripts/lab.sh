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
	# Always: a jar of another commit would sign what this one measures.
	(cd "$repository" && nice -n 15 ./mvnw -q -DskipTests -DskipC package)
}

# What is proven comes first: what is counted is read beside it.
measure() {
	out=$build/out/$1
	rm -rf "$out"
	mkdir -p "$out/clock/results"
	echo "$2" >"$out/kernel"
	say "$1: proving every strategy, and running JMH"
	"$lab/scripts/boot.sh" "$2" "$out/free" free \
		"$lab/guest/steps.sh" "$repository" verify jmh
	cp -R "$out/free/results/proofs" "$out/clock/results/"
	say "$1: counting instructions"
	ACCEL=tcg "$lab/scripts/boot.sh" "$2" "$out/clock" instructions \
		"$lab/guest/steps.sh" "$repository" count
	say "$1: measured"
}

# A kernel is measured while the next is built, and all at once where all are
# there: a guest has one busy CPU, and nothing beside it disturbs its clock.
suite
measuring=
failed=
for name in $kernels; do
	folder=$("$lab/scripts/kernel.sh" "$name") || { failed=" $name"; break; }
	measure "$name" "$folder" &
	measuring="$measuring $name=$!"
done
# No guest is left behind, whatever failed.
for one in $measuring; do
	wait "${one#*=}" || failed="$failed ${one%=*}"
done
[ -z "$failed" ] || fail "not measured: kernels=${failed# }; what was is in $build/out"

"$lab/scripts/evidence.sh"
say "done in $(($(date +%s) - begin)) s; run folders are in $build/out"
