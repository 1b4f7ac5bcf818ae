#!/bin/sh
# SPDX-License-Identifier: MIT
# selftests.sh KERNEL-FOLDER OUT: compiles the kernel's own tests of mm/, those of
# LAB_SELFTESTS where it is set. One that does not compile is a failure.
set -eu
. "$(dirname "$0")/common.sh"

folder=${1:?kernel}
out=${2:?out}
tests=${LAB_SELFTESTS:-$selftests}
root=$("$lab/scripts/root.sh")
use_tools
headers=$folder/headers
[ -f "$headers/done" ] || {
	mkdir -p "$headers"
	make -s -C "$folder/source" O="$headers" ARCH="$arch" headers \
		>"$folder/headers.log" 2>&1 ||
		fail "the kernel's headers cannot be made: log=$folder/headers.log"
	# What the tests' own makefile finds out: without liburing.
	: >"$headers/local_config.h"
	touch "$headers/done"
}
mm=$folder/source/tools/testing/selftests/mm
for test in $tests; do
	more="$mm/vm_util.c $mm/thp_settings.c"
	[ "$test" != uffd-unit-tests ] || more="$more $mm/uffd-common.c"
	# shellcheck disable=SC2086
	"${cross}gcc" ${cross:+"--sysroot=$root"} -O2 -w -I"$folder/source" \
		-I"$headers" -isystem "$headers/usr/include" \
		-I"$folder/source/tools/include/uapi" \
		-isystem "$folder/source/tools/testing/selftests" \
		-D_GNU_SOURCE -o "$out/$test" "$mm/$test.c" $more -lrt -lpthread -lm \
		>>"$out.log" 2>&1 || fail "selftest not built: test=$test, log=$out.log"
done
