#!/bin/sh
# SPDX-License-Identifier: MIT
# guest-programs.sh WHAT KERNEL [VARIANT]: runs the programs of WHAT (cases, fuzz
# or selftests) on a kernel of the lab, and says how each ended. The guest has
# a disk, /dev/vda, whose second page cannot be read.
set -eu
. "$(dirname "$0")/common.sh"

what=${1:?what}
kernel=${2:?kernel}
variant=${3:-}
out=$build/out/$what-$kernel${variant:+-$variant}
run=${what}.d

"$lab/scripts/tools.sh"
folder=$("$lab/scripts/kernel.sh" "$kernel" "$variant")
rm -rf "$out"
mkdir -p "$out/$run"

case $what in
cases | fuzz)
	gcc -O2 -Wall -Wextra -Werror -o "$out/$run/$what" "$lab/guest/$what.c" ;;
selftests)
	# The same programs on every kernel: those of the patched source.
	patched=$("$lab/scripts/kernel.sh" next)
	"$lab/scripts/selftests.sh" "$patched" "$out/$run" ;;
*) refuse "unknown programs: what=$what; take cases, fuzz or selftests" ;;
esac

disk=$build/bad.img
truncate -s 1M "$disk"
printf '[inject-error]\nevent = "read_aio"\nerrno = "5"\nsector = "8"\n' \
	>"$build/bad.conf"
LAB_DRIVE="file=blkdebug:$build/bad.conf:$disk,if=virtio,format=raw"
export LAB_DRIVE

say "$what on $kernel${variant:+, $variant}: booting"
"$lab/scripts/boot.sh" "$folder" "$out" free \
	"$lab/guest/steps.sh" "$repository" "programs:$run"
status=0
while read -r program end; do
	[ "$what" = selftests ] || cat "$out/$program.out"
	echo "$kernel $program: status=$end"
	[ "$end" = 0 ] || [ "$end" = 4 ] || status=1
done <"$out/$run.status"
exit "$status"
