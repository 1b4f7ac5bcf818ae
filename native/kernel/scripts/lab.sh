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

# guest LABEL ARGUMENT...: of boot.sh, with room for four huge pages of 512 MiB
# (steps.sh) where pages have 64 KiB.
guest() {
	memory=
	case $1 in *-64k) memory=6G ;; esac
	shift
	LAB_MEMORY=${LAB_MEMORY:-$memory} "$lab/scripts/boot.sh" "$@"
}

# What is proven comes first: what is counted is read beside it.
prove() {
	out=$build/out/$arch/$1
	start_s=$(date +%s)
	rm -rf "$out"
	mkdir -p "$out/clock/results"
	echo "$2" >"$out/kernel"
	say "$1: testing, proving every strategy, and running JMH"
	guest "$1" "$2" "$out/free" free \
		/suite/steps.sh ctests verify jmh || return
	cp -R "$out/free/results/proofs" "$out/clock/results/" || return
	say "$1: tested in $(($(date +%s) - start_s)) s"
}

count() {
	out=$build/out/$arch/$1
	start_s=$(date +%s)
	say "$1: counting instructions"
	ACCEL=tcg guest "$1" "$(cat "$out/kernel")" "$out/clock" instructions \
		/suite/steps.sh count || return
	say "$1: counted in $(($(date +%s) - start_s)) s"
}

# One guest proves at a time: two of two CPUs each, on two, wait for one another
# where threads spin. Another may count, on one CPU, beside it.
measure() {
	if [ "${ACCEL:-tcg}" = tcg ]; then
		flock 8
		prove "$@" || return
		flock -u 8
	else
		prove "$@" || return
	fi
	count "$1"
}

# An emulated kernel is measured while the next is built: a count of instructions
# is not disturbed. Times under KVM are, so there everything is built first and
# measured one after the other.
failed=
started=
built=
for label in $(labels); do
	folder=$("$lab/scripts/kernel.sh" "$(name_of "$label")" "$(variant_of "$label")") ||
		{ failed="$failed $label"; break; }
	built="$built $label=$folder"
	[ "${ACCEL:-tcg}" = tcg ] || continue
	(measure "$label" "$folder" 8>"$build/proving.lock") &
	started="$started $label=$!"
done
[ "${ACCEL:-tcg}" = tcg ] || [ -n "$failed" ] || for one in $built; do
	(measure "${one%%=*}" "${one#*=}") || failed="$failed ${one%%=*}"
done
# No guest is left behind, whatever failed.
for one in $started; do
	wait "${one#*=}" || failed="$failed ${one%%=*}"
done
[ -z "$failed" ] || fail "not measured: kernels=${failed# }; what was is in $build/out/$arch"

"$lab/scripts/evidence.sh"
say "done in $(($(date +%s) - begin)) s; run folders are in $build/out/$arch"
