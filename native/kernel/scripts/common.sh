# SPDX-License-Identifier: MIT
# What the lab's scripts share; sourced, never run. Everything that they write
# lies in $build, which version control ignores.
# shellcheck shell=sh disable=SC2034

lab=$(cd "$(dirname "$0")/.." && pwd)
repository=$(cd "$lab/../.." && pwd)
build=${LAB_BUILD:-$lab/build}
tools=$build/tools
# Variables of the make that started the script are not for the kernel's.
unset MAKEFLAGS MFLAGS MAKELEVEL

# Name of a kernel: its patches are those of patches/NAME; "unpatched" has none.
kernels="unpatched 2021 next"

# What the lab measures, by label: NAME, or NAME-VARIANT.
labels() {
	echo "$kernels"
	[ "$arch" != arm64 ] || echo "next-16k next-64k"
}

name_of() {
	echo "${1%%-*}"
}

variant_of() {
	case $1 in
	*-*) echo "${1#*-}" ;;
	esac
}

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

# The kernel's makefiles take neither in a path.
case $build in
*[[:space:]:]*) refuse "the kernel cannot be built in a path with a space or a" \
	"colon: path=$build; set LAB_BUILD to another folder" ;;
esac

case $(uname -m) in
aarch64) host_arch=arm64 ;;
*) host_arch=$(uname -m) ;;
esac
arch=${LAB_ARCH:-$host_arch}

# What differs by architecture: the compiler's prefix, the kernel's image, and
# what QEMU calls the machine. i386 is built only, by x86-64's compiler.
case $arch in
x86_64)
	machine=x86_64
	image=arch/x86/boot/bzImage
	;;
i386)
	machine=x86_64
	image=arch/x86/boot/bzImage
	;;
arm64)
	machine=aarch64
	image=arch/arm64/boot/Image
	;;
*) refuse "unknown architecture: ARCH=$arch; take x86_64 or arm64" ;;
esac
cross=
[ "$machine" = "$(uname -m)" ] || cross=$machine-linux-gnu-

# The folder of a kernel's patches: a series that needs other context on another
# version of Linux lies beside the first.
series_of() {
	[ "$1" = unpatched ] || [ -d "$lab/patches/$1" ] ||
		refuse "no such patches: name=$1; take one of: $kernels"
	if [ -d "$lab/patches/$1-$2" ]; then
		echo "$lab/patches/$1-$2"
	else
		echo "$lab/patches/$1"
	fi
}

# Patches of such a folder in their order, without the cover letter; "unpatched"
# has no folder and no patches.
patches_of() {
	for patch in "$1"/000[1-9]-*.patch; do
		[ ! -f "$patch" ] || echo "$patch"
	done
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
	# Of QEMU and of the cross compiler's assembler and linker.
	LD_LIBRARY_PATH=$tools$library:$tools${library#/usr}
	export LD_LIBRARY_PATH
}

# A hash of the bytes on standard input, short enough for a name.
short_hash() {
	sha256sum | cut -c1-12
}
