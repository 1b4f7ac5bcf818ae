#!/bin/sh
# SPDX-License-Identifier: MIT
# each-patch.sh ARCH...: applies the series one patch after the other and compiles,
# after each, the files that the series touches, for x86_64, arm64 and i386. Whole
# kernels of all patches are kernel.sh's. Ends at the first that does not compile.
set -eu
. "$(dirname "$0")/common.sh"

name=next
linux=${LAB_LINUX:-6.12}
series=$(series_of "$name" "$linux")
source=$("$lab/scripts/source.sh" "$linux")
use_tools

# The objects of the patches' files, as make's targets; headers have none. The
# architecture's own fault.c handles what the core returns.
objects() {
	patches_of "$series" | while read -r patch; do
		sed -n 's|^+++ b/\(.*\)\.c$|\1.o|p' "$patch"
	done | grep -v '^tools/' | sort -u
	case $1 in
	arm64) echo arch/arm64/mm/fault.o ;;
	*) echo arch/x86/mm/fault.o ;;
	esac
}

compile() {
	prefix=
	case $1 in
	arm64) [ "$host_arch" = arm64 ] || prefix=aarch64-linux-gnu- ;;
	esac
	one=$1
	shift
	nice -n 5 make -s -C "$folder/source" O="$folder/objects" ARCH="$one" \
		CROSS_COMPILE="$prefix" LIBELF_FLAGS="-I$tools/usr/include" \
		LIBELF_LIBS="$tools$library/libelf.a $tools$library/libz.a" \
		"-j${LAB_JOBS:-$(nproc)}" KCFLAGS=-Werror "$@" >>"$log" 2>&1
}

for one in "${@:-x86_64}"; do
	LAB_ARCH=$one "$lab/scripts/tools.sh"
	folder=$build/each-patch/$linux-$one
	log=$folder/build.log
	rm -rf "$folder"
	mkdir -p "$folder/objects"
	cp -al "$source" "$folder/source"
	compile "$one" tinyconfig || fail "no configuration: arch=$one; see $log"
	cat "$lab/config/lab.config" "$lab/config/$one.config" >"$folder/options"
	(cd "$folder/source" && scripts/kconfig/merge_config.sh -m \
		-O ../objects ../objects/.config ../options) >>"$log" 2>&1
	compile "$one" olddefconfig || fail "no configuration: arch=$one; see $log"
	patches_of "$series" | while read -r patch; do
		patch -d "$folder/source" -p1 -s --fuzz=0 --no-backup-if-mismatch \
			<"$patch" >&2 ||
			fail "does not apply: patch=${patch##*/}, linux=$linux"
		# shellcheck disable=SC2046
		compile "$one" prepare $(objects "$one") ||
			fail "does not compile: patch=${patch##*/}, arch=$one; see $log"
		echo "compiles: arch=$one, linux=$linux, patch=${patch##*/}"
	done
	rm -rf "$folder"
done
