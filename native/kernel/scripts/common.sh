# SPDX-License-Identifier: MIT
# What the lab's scripts share; sourced, never run. Everything that they write
# lies in $build, which version control ignores.
# shellcheck shell=sh disable=SC2034

lab=$(cd "$(dirname "$0")/.." && pwd)
repository=$(cd "$lab/../.." && pwd)
build=${LAB_BUILD:-$lab/build}
tools=$build/tools

# Name of a kernel: its patches are those of patches/NAME; "unpatched" has none.
kernels="unpatched 2021 next"

# The kernel's own tests of mm/ that need no module, no huge page reserve and no
# argument, and that end.
selftests="cow droppable gup_longterm hugetlb_madv_vs_map madv_populate
map_fixed_noreplace map_populate mdwe_test mkdirty mlock2-tests mremap_dontunmap
mremap_test mrelease_test mseal_test nosigbus on-fault-limit pagemap_ioctl
thuge-gen uffd-unit-tests"

say() {
	printf '[lab %s] %s\n' "$(date +%H:%M:%S)" "$*" >&2
}

# What is the user's fault ends in 2, all else in 1.
refuse() {
	printf 'kernel lab: %s\n' "$*" >&2
	exit 2
}

fail() {
	printf 'kernel lab: %s\n' "$*" >&2
	exit 1
}

# The unpacked packages come first in every path, where there are any.
use_tools() {
	library=/usr/lib/$(gcc -print-multiarch)
	PATH=$tools/usr/bin:$PATH
	BISON_PKGDATADIR=$tools/usr/share/bison
	M4=$tools/usr/bin/m4
	export PATH
	[ ! -d "$BISON_PKGDATADIR" ] || export BISON_PKGDATADIR
	[ ! -x "$M4" ] || export M4
	qemu_libraries=$tools$library:$tools${library#/usr}
}

# A hash of the bytes on standard input, short enough for a name.
short_hash() {
	sha256sum | cut -c1-12
}
