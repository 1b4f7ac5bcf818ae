#!/bin/sh
# SPDX-License-Identifier: MIT
# boot.sh KERNEL-FOLDER OUT CLOCK PROGRAM [ARGUMENT]...: boots a kernel of the
# lab, runs PROGRAM of this machine in it, and waits. The guest sees this
# machine's root read only, and OUT as /mnt. Its console goes to OUT/console.log.
#
# CLOCK: `free`, or `instructions` for one CPU whose nanoseconds are executed
# instructions. ACCEL=kvm takes KVM instead of emulation, if a trial boots.
# The guest that has not ended after LAB_LIMIT_S seconds is ended, by its own id.
set -eu
. "$(dirname "$0")/common.sh"

kernel=${1:?kernel}
out=${2:?out}
clock=${3:?clock}
shift 3
limit_s=${LAB_LIMIT_S:-2400}
accel=${ACCEL:-tcg}

case $clock in
free) machine="-accel tcg,thread=multi -smp 2" ;;
instructions)
	[ "$accel" = tcg ] ||
		refuse "only an emulated CPU counts instructions: accel=$accel"
	machine="-accel tcg -icount shift=0,sleep=off -smp 1" ;;
*) refuse "unknown clock: clock=$clock; take free or instructions" ;;
esac
case $accel in
tcg) machine="$machine -cpu max,la57=off" ;;
kvm) machine="-accel kvm -smp 2 -cpu host" ;;
*) refuse "unknown accelerator: ACCEL=$accel; take tcg or kvm" ;;
esac

use_tools
mkdir -p "$out"
gcc -O2 -static -Wall -Werror -o "$out/init" "$lab/guest/init.c"
printf '%s\n' "$@" >"$out/arguments"
{
	echo "dir /dev 0755 0 0"
	echo "nod /dev/console 0600 0 0 c 5 1"
	echo "dir /guest 0755 0 0"
	echo "file /init $out/init 0755 0 0"
	echo "file /arguments $out/arguments 0644 0 0"
} >"$out/initramfs.list"
"$kernel/gen_init_cpio" "$out/initramfs.list" >"$out/initramfs"

# shellcheck disable=SC2086,SC2090
set -- qemu-system-x86_64 -nodefaults -no-user-config -no-reboot -display none \
	-L "$tools/usr/share/qemu" -L "$tools/usr/share/seabios" \
	-m "${LAB_MEMORY:-3G}" $machine \
	-kernel "$kernel/bzImage" -initrd "$out/initramfs" \
	-append "console=ttyS0 panic=-1 quiet" \
	-serial "file:$out/console.log" \
	-fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap \
	-device virtio-9p-pci,fsdev=host,mount_tag=host \
	-fsdev "local,id=out,path=$out,security_model=none,multidevs=remap" \
	-device virtio-9p-pci,fsdev=out,mount_tag=out
[ -z "${LAB_DRIVE:-}" ] || set -- "$@" -drive "$LAB_DRIVE"

: >"$out/console.log"
# The limit ends the process that it starts, and no other; in the foreground, so
# that who interrupts the lab interrupts the guest.
LD_LIBRARY_PATH=$qemu_libraries nice -n 15 timeout --foreground -k 5 "$limit_s" "$@" \
	2>"$out/qemu.log" || {
	status=$?
	tail -n 5 "$out/qemu.log" "$out/console.log" >&2
	[ "$status" != 124 ] ||
		fail "the guest hung and was ended: limitS=$limit_s, log=$out/console.log"
	fail "QEMU failed: status=$status, log=$out/qemu.log"
}
rm -f "$out/initramfs" "$out/initramfs.list" "$out/init" "$out/arguments"
grep -q 'lab: the guest ends: status=0' "$out/console.log" || {
	tail -n 20 "$out/console.log" >&2
	fail "the guest's program failed: log=$out/console.log"
}
