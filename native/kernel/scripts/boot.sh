#!/bin/sh
# SPDX-License-Identifier: MIT
# boot.sh KERNEL-FOLDER OUT CLOCK PROGRAM [ARGUMENT]...: boots a kernel of the
# lab, runs PROGRAM in it, and waits. The guest has a root read only (this
# machine's, or for another architecture that of root.sh), LAB_SUITE as /suite and
# OUT as /mnt. Its console goes to OUT/console.log.
#
# CLOCK: `free`, or `instructions` for one CPU whose nanoseconds are executed
# instructions. ACCEL=kvm takes KVM instead of emulation if a trial boot under it
# ends within 30 s; OUT/accelerator says which it was. PROGRAM may follow words
# NAME=VALUE of its environment. A panic, an Oops or a warning ends the guest; so do
# LAB_LIMIT_S seconds. LAB_DRIVE and LAB_DRIVE_2 are disks, in words of QEMU's
# -drive; LAB_PMEM is a file for persistent memory.
set -eu
. "$(dirname "$0")/common.sh"

kernel=${1:?kernel}
out=${2:?out}
clock=${3:?clock}
shift 3
limit_s=${LAB_LIMIT_S:-2400}
trial_s=${LAB_TRIAL_S:-30}
accel=${ACCEL:-tcg}
suite=${LAB_SUITE:-$build/suite/$arch}

case $clock in
free | instructions) ;;
*) refuse "unknown clock: clock=$clock; take free or instructions" ;;
esac
case $accel in
tcg) ;;
kvm)
	[ "$clock" = free ] ||
		refuse "only an emulated CPU counts instructions: accel=$accel"
	[ "$arch" = "$host_arch" ] ||
		refuse "KVM runs this machine's architecture: arch=$arch"
	;;
*) refuse "unknown accelerator: ACCEL=$accel; take tcg or kvm" ;;
esac

# One CPU model for all machines: what a newer QEMU adds to its best one would
# change the instructions that are counted. The emulated one says what it is.
case $arch in
x86_64)
	board=pc-i440fx-7.2
	model="Skylake-Client-v3,check=off,-pcid,-invpcid,-tsc-deadline,-x2apic"
	console=ttyS0
	;;
arm64)
	board=virt-7.2,gic-version=3
	# Its counter of 1 GHz counts the nanoseconds, and so the instructions.
	model=cortex-a76,cntfrq=1000000000
	console=ttyAMA0
	;;
*) refuse "kernels of this architecture are not booted: arch=$arch" ;;
esac

root=$("$lab/scripts/root.sh")
use_tools
mkdir -p "$out" "$suite"
"${cross}gcc" ${cross:+"--sysroot=$root"} -O2 -static -Wall -Werror -o "$out/init" "$lab/guest/init.c"

# A comma ends a value in QEMU's words, unless it stands twice.
quoted() {
	printf '%s' "$1" | sed 's/,/,,/g'
}

# A folder of the host that the guest finds by its tag.
share() {
	printf '%s\n' -fsdev \
		"local,id=$1,path=$(quoted "$2"),security_model=none,multidevs=remap$3" \
		-device "virtio-9p-pci,fsdev=$1,mount_tag=$1"
}

# Of a command, for this accelerator.
make_initramfs() {
	printf '%s\n' "LAB_MACHINE=$machine_label" "$@" >"$out/arguments"
	{
		echo "dir /dev 0755 0 0"
		echo "nod /dev/console 0600 0 0 c 5 1"
		echo "dir /guest 0755 0 0"
		echo "file /init init 0755 0 0"
		echo "file /arguments arguments 0644 0 0"
	} >"$out/initramfs.list"
	(cd "$out" && "$kernel/gen_init_cpio" initramfs.list >initramfs)
}

# QEMU for at most so many seconds. The limit ends the process that it starts, and
# no other; in the foreground, so that who interrupts the lab interrupts the guest.
qemu() {
	seconds=$1
	shift
	: >"$out/console.log"
	set -- "$@" -M "$board" -nodefaults -no-user-config -no-reboot \
		-display none -L "$tools/usr/share/qemu" \
		-L "$tools/usr/share/seabios" -m "${LAB_MEMORY:-3G}${LAB_PMEM:+,maxmem=8G}" \
		-kernel "$kernel/image" -initrd "$out/initramfs" -append \
		"console=$console panic=-1 oops=panic panic_on_warn=1 loglevel=5 $marks" \
		-serial "file:$out/console.log"
	oldifs=$IFS
	IFS='
'
	# shellcheck disable=SC2046
	set -- "$@" $(share root "$root" ,readonly=on) \
		$(share suite "$suite" ,readonly=on) $(share out "$out" "")
	IFS=$oldifs
	for drive in "${LAB_DRIVE:-}" "${LAB_DRIVE_2:-}"; do
		[ -z "$drive" ] || set -- "$@" -drive "$drive"
	done
	[ -z "${LAB_PMEM:-}" ] || set -- "$@" -object \
		"memory-backend-file,id=pmem,share=on,size=$(stat -c %s "$LAB_PMEM"),mem-path=$(quoted "$LAB_PMEM")" \
		-device virtio-pmem-pci,memdev=pmem
	nice -n 5 timeout --foreground -k 5 \
		"$seconds" "qemu-system-$machine" "$@" 2>"$out/qemu.log"
}

ended_well() {
	grep -q 'lab: the guest ends: status=0' "$out/console.log"
}

if [ "$accel" = kvm ]; then
	marks=
	machine_label=kvm
	make_initramfs /bin/true
	if ! qemu "$trial_s" -accel kvm -cpu host -smp 2,sockets=2,cores=1 || ! ended_well; then
		say "KVM does not boot a guest here within $trial_s s; emulating"
		accel=tcg
	fi
fi
if [ "$accel" = kvm ]; then
	hardware="-accel kvm -cpu host -smp 2,sockets=2,cores=1"
else
	marks=nofault_lab=emulated
	machine_label=emulated
	case $clock in
	# The MP table, which kernels without ACPI read, has a CPU a socket.
	free)
		hardware="-accel tcg,thread=multi -smp 2,sockets=2,cores=1"
		# QEMU passes on the counter of this machine. A kernel that would have to
		# find out its rate, while others take the CPU from it, gives up and
		# counts ticks of 10 ms.
		if [ "$arch" = x86_64 ]; then
			cc -O2 -Wall -Werror -o "$out/tsc" "$lab/guest/tsc.c"
			marks="$marks tsc=reliable tsc_early_khz=$("$out/tsc")"
			rm "$out/tsc"
		fi ;;
	instructions) hardware="-accel tcg -icount shift=0,sleep=off -smp 1" ;;
	esac
	hardware="$hardware -cpu $model"
fi
make_initramfs "$@"
echo "$accel" >"$out/accelerator"

begin=$(date +%s)
status=0
# shellcheck disable=SC2086
qemu "$limit_s" $hardware || status=$?
took_s=$(($(date +%s) - begin))
rm -f "$out/initramfs" "$out/initramfs.list" "$out/init" "$out/arguments"

# 137 is what comes of the second, harder, signal.
case $status in
0) ;;
124 | 137)
	[ "$took_s" -lt "$limit_s" ] || {
		tail -n 5 "$out/console.log" >&2
		fail "the guest hung and was ended: limitS=$limit_s," \
			"log=$out/console.log"
	}
	fail "QEMU was killed: status=$status, afterS=$took_s, log=$out/qemu.log"
	;;
*)
	tail -n 5 "$out/qemu.log" >&2
	fail "QEMU failed: status=$status, log=$out/qemu.log"
	;;
esac
trouble=$(grep -m1 -aE \
	'^(\[ *[0-9.]+\] )?(WARNING:|(watchdog: )?BUG:|Oops|Kernel panic|Internal error:)' \
	"$out/console.log" || true)
[ -z "$trouble" ] || fail "the kernel complained: said='$trouble', log=$out/console.log"
ended_well || {
	tail -n 20 "$out/console.log" >&2
	fail "the guest's program failed: log=$out/console.log"
}
