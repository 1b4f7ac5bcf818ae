#!/bin/sh
# SPDX-License-Identifier: MIT
# guest-programs.sh WHAT KERNEL [VARIANT]: runs the programs of WHAT (cases, counts,
# fuzz, race or selftests) on a kernel of the lab, LAB_REPEATS times, and says how each
# ended; counts under the clock that counts instructions; the fuzz for LAB_FUZZ_S
# seconds (120) from LAB_FUZZ_SEED (1).
# The guest has a disk, /dev/vda, whose second page cannot be read, a second one
# that it swaps to, and on x86-64 persistent memory, /dev/pmem0.
set -eu
. "$(dirname "$0")/common.sh"

what=${1:?what}
kernel=${2:?kernel}
variant=${3:-}
label=$kernel${variant:+-$variant}
out=$build/out/$arch/$what-$label
run=${what}.d

"$lab/scripts/tools.sh"
root=$("$lab/scripts/root.sh")
folder=$("$lab/scripts/kernel.sh" "$kernel" "$variant")
use_tools
rm -rf "$out"
mkdir -p "$out/$run"

case $what in
cases | counts | fuzz)
	"${cross}gcc" ${cross:+"--sysroot=$root"} -O2 -Wall -Wextra -Werror -pthread \
		-o "$out/$run/$what" "$lab/guest/$what"*.c ;;
race)
	LAB_SELFTESTS=nosigbus "$lab/scripts/selftests.sh" "$folder" "$out"
	cp "$lab/guest/race.sh" "$out/$run/race" ;;
selftests)
	# The same programs on every kernel: those of the patched source.
	patched=$("$lab/scripts/kernel.sh" next)
	"$lab/scripts/selftests.sh" "$patched" "$out/$run" ;;
*) refuse "unknown programs: what=$what; take cases, counts, fuzz, race" \
	"or selftests" ;;
esac

# Disks of this guest alone, gone with it.
disks=$(mktemp -d "$build/disks.XXXXXX")
trap 'rm -rf "$disks"' EXIT
truncate -s 1M "$disks/bad.img"
truncate -s 1G "$disks/swap.img"
truncate -s 128M "$disks/pmem.img"
printf '[inject-error]\nevent = "read_aio"\niotype = "read"\nerrno = "5"\nsector = "8"\n' \
	>"$disks/bad.conf"
LAB_DRIVE="file=blkdebug:$disks/bad.conf:$disks/bad.img,if=virtio,format=raw"
LAB_DRIVE_2="file=$disks/swap.img,if=virtio,format=raw"
# QEMU's arm64 machine has none.
LAB_PMEM=
[ "$arch" = arm64 ] || LAB_PMEM=$disks/pmem.img
LAB_SUITE=$lab/guest
export LAB_DRIVE LAB_DRIVE_2 LAB_PMEM LAB_SUITE

clock=free
[ "$what" != counts ] || clock=instructions
fuzz_s=${LAB_FUZZ_S:-120}
program_s=${LAB_PROGRAM_S:-300}
[ "$what" != fuzz ] || {
	program_s=$((fuzz_s + 600))
	# The program goes by the guest's clock, which on a busy machine falls behind.
	LAB_LIMIT_S=${LAB_LIMIT_S:-$((2 * program_s + 600))}
	export LAB_LIMIT_S
}
say "$what on $label: booting"
"$lab/scripts/boot.sh" "$folder" "$out" "$clock" \
	LAB_REPEATS="${LAB_REPEATS:-1}" LAB_PROGRAM_S="$program_s" \
	LAB_FUZZ_S="$fuzz_s" LAB_FUZZ_SEED="${LAB_FUZZ_SEED:-1}" \
	/suite/steps.sh "programs:$run"
status=0
while read -r program round end; do
	[ "$what" = selftests ] || cat "$out/$program.$round.out"
	echo "$label $program: round=$round, status=$end"
	[ "$end" = 0 ] || [ "$end" = 4 ] || status=1
done <"$out/$run.status"
exit "$status"
