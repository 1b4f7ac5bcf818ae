#!/bin/sh
# SPDX-License-Identifier: MIT
# The whole lab: the kernels of an architecture, built unless they are there; in
# each the C tests, the proof of every strategy and JMH, and then again under a
# clock that counts instructions. Ends with the property matrices and the table of
# instructions.
set -eu
. "$(dirname "$0")/common.sh"

"$lab/scripts/tools.sh"
begin=$(date +%s)
"$lab/scripts/suite.sh" >/dev/null

# What is proven comes first: what is counted is read beside it.
measure() {
	out=$build/out/$arch/$1
	start_s=$(date +%s)
	rm -rf "$out"
	mkdir -p "$out/clock/results"
	echo "$2" >"$out/kernel"
	say "$1: testing, proving every strategy, and running JMH"
	# Room for four huge pages of 512 MiB (steps.sh).
	case $1 in *-64k) LAB_MEMORY=${LAB_MEMORY:-6G} && export LAB_MEMORY ;; esac
	"$lab/scripts/boot.sh" "$2" "$out/free" free \
		/suite/steps.sh ctests verify jmh
	cp -R "$out/free/results/proofs" "$out/clock/results/"
	say "$1: tested in $(($(date +%s) - start_s)) s; counting instructions"
	ACCEL=tcg "$lab/scripts/boot.sh" "$2" "$out/clock" instructions \
		/suite/steps.sh count
	say "$1: measured in $(($(date +%s) - start_s)) s"
}

failed=
# LABEL=PID: how it ended. The shell knows that once only.
finish() {
	wait "${1#*=}" || failed="$failed ${1%%=*}"
}

# The one before the last is waited for: two guests at once, no more.
current=
previous=
start_measuring() {
	[ -z "$previous" ] || finish "$previous"
	previous=$current
	measure "$1" "$2" &
	current=$1=$!
}

# An emulated kernel is measured while the next is built: a count of instructions
# is not disturbed. Times under KVM are, so there everything is built first and
# measured one after the other.
for label in $(labels); do
	folder=$("$lab/scripts/kernel.sh" "$(name_of "$label")" "$(variant_of "$label")") ||
		{ failed="$failed $label"; break; }
	[ "${ACCEL:-tcg}" = tcg ] || continue
	start_measuring "$label" "$folder"
done
[ "${ACCEL:-tcg}" = tcg ] || [ -n "$failed" ] || for label in $(labels); do
	folder=$("$lab/scripts/kernel.sh" "$(name_of "$label")" "$(variant_of "$label")")
	(measure "$label" "$folder") || failed="$failed $label"
done
# No guest is left behind, whatever failed.
for one in $previous $current; do
	finish "$one"
done
[ -z "$failed" ] || fail "not measured: kernels=${failed# }; what was is in $build/out/$arch"

"$lab/scripts/evidence.sh"
say "done in $(($(date +%s) - begin)) s; run folders are in $build/out/$arch"
