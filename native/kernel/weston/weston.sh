#!/bin/sh
# SPDX-License-Identifier: MIT
# Weston under attack, in three combinations: libwayland's guard, no guard, and
# the patches of this folder on the kernel of patches/next. Each in a guest whose
# clock counts instructions, and in one with two CPUs. Ends with KTAP and a table,
# which stay in the build folder, with the figures in weston.json and, for the
# cover letter, in counts-weston.txt.
#
# ACCEL=kvm measures times instead, in guests; ACCEL=hardware does so on this
# machine and its kernel, as root. LAB_FRAMES is how many frames an attack has.
# LAB_CLIENT is a command that is one more client: it finds $WAYLAND_DISPLAY, is
# ended after 20 s, and must not have ended the compositor.
set -eu
. "$(dirname "$0")/../scripts/common.sh"

here=$lab/weston
out=$build/out/weston
frames=${LAB_FRAMES:-20}
case ${ACCEL:-tcg} in
tcg) runs="instructions:instructions free:none" ;;
kvm) runs="free:ns" ;;
hardware) runs="here:ns" ;;
*) refuse "unknown accelerator: ACCEL=$ACCEL; take tcg, kvm or hardware" ;;
esac
[ "$arch" = "$host_arch" ] ||
	refuse "weston is built for this machine alone: arch=$arch, machine=$host_arch"
case $frames in
'' | *[!0-9]* | 0) refuse "no number of frames: LAB_FRAMES=$frames" ;;
esac

begin=$(date +%s)
"$here/packages.sh"
today=$("$here/build.sh" today)
patched=$("$here/build.sh" patched)
if [ "${ACCEL:-tcg}" != hardware ]; then
	"$lab/scripts/tools.sh"
	unpatched=$("$lab/scripts/kernel.sh" unpatched)
	next=$("$lab/scripts/kernel.sh" next)
fi

# PROTECTION KERNEL PAIR CLOCK UNIT
play() {
	folder=$out/$4/$1
	mkdir -p "$folder"
	if [ "$4" = here ]; then
		OUT=$folder "$here/scene.sh" "$3" "$build/weston/root" "$1" "$5" \
			"$frames" "${LAB_CLIENT:-}"
	else
		ACCEL=${ACCEL:-tcg} "$lab/scripts/boot.sh" "$2" "$folder" "$4" \
			"$here/scene.sh" "$3" "$build/weston/root" "$1" "$5" \
			"$frames" "${LAB_CLIENT:-}"
		[ -s "$folder/scene.jsonl" ] ||
			fail "nothing was played: protection=$1; see $folder"
	fi
	say "weston: played: protection=$1, clock=$4"
}

rm -rf "$out"
mkdir -p "$out"
for run in $runs; do
	clock=${run%:*}
	unit=${run#*:}
	say "weston: playing the scenes: clock=$clock"
	play guard "${unpatched:-}" "$today" "$clock" "$unit"
	play none "${unpatched:-}" "$today" "$clock" "$unit"
	play nosigbus "${next:-}" "$patched" "$clock" "$unit"
done

records=$out/records.jsonl
for run in $runs; do
	for protection in guard none nosigbus; do
		folder=$out/${run%:*}/$protection
		cat "$folder/scene.jsonl" >>"$records"
		echo "# $protection, ${run%:*} clock"
		cat "$folder/scene.ktap"
	done
done >"$out/weston.ktap"

{
	printf '{"schemaVersion":1,"wayland":"1.21.0-1","weston":"10.0.1-1",'
	printf '"output":"3840x1080","refreshHz":60,"lateNs":25000000,'
	printf '"records":[\n'
	sed '$!s/$/,/' "$records"
	printf ']}\n'
} >"$out/weston.json"

{
	"$here/table.sh" "$records"
	printf "\nlibwayland's own tests, with the patch: %s passed while building\n" \
		"$(cat "$patched/tests-passed")"
	printf 'those of the patch on the kernel of nosigbus: %s\n' \
		"$(tail -n 1 "$out/$clock/nosigbus/shm-test.log")"
} >"$out/weston.txt"
"$here/figures.sh" "$records" >"$out/counts-weston.txt"
cat "$out/weston.ktap" "$out/weston.txt"
say "weston: done in $(($(date +%s) - begin)) s; the results are in $out"
! grep -q '^not ok' "$out/weston.ktap" ||
	fail "not as expected: see $out/weston.ktap"
