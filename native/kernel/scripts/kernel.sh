#!/bin/sh
# SPDX-License-Identifier: MIT
# kernel.sh NAME [VARIANT]: a kernel of patches/NAME, built unless one of the
# same source, patches and configuration is there already. Prints its folder,
# with bzImage, vmlinux, config and gen_init_cpio in it.
#
# VARIANT is a file of config/ beside lab.config: "debug", say.
set -eu
. "$(dirname "$0")/common.sh"

name=${1:?name}
variant=${2:-}
version=${LAB_LINUX:-6.12}
# A series that needs other context on another version lies beside the first.
series=$lab/patches/$name
[ ! -d "$series-$version" ] || series=$series-$version
options="$lab/config/lab.config${variant:+ $lab/config/$variant.config}"

[ "$name" = unpatched ] || [ -d "$series" ] ||
	refuse "no such patches: name=$name; take one of: $kernels"

source=$("$lab/scripts/source.sh" "$version")

# Without the cover letter, which is no patch.
patches() {
	[ "$name" = unpatched ] || ls "$series"/000[1-9]-*.patch
}

# What the kernel is made of, and so what its folder is called.
identity() {
	echo "$version" "$variant"
	(cd "$build/packages" && ls linux-source-"$version"_*.deb)
	gcc --version
	# shellcheck disable=SC2046,SC2086
	cat $options $(patches)
}

label=$name${variant:+-$variant}${LAB_ARCH:+-$LAB_ARCH}
folder=$build/kernels/$version-$label-$(identity | short_hash)
if [ -f "$folder/done" ]; then
	echo "$folder"
	exit 0
fi

use_tools

make_kernel() {
	nice -n 15 make -s -C "$folder/source" O="$folder/objects" \
		LOCALVERSION="-$label" \
		KBUILD_BUILD_USER=lab KBUILD_BUILD_HOST=lab \
		LIBELF_FLAGS="-I$tools/usr/include" \
		LIBELF_LIBS="$tools$library/libelf.a $tools$library/libz.a" \
		${LAB_ARCH:+ARCH=$LAB_ARCH} "$@" >>"$folder/build.log" 2>&1 ||
		fail "the build failed: kernel=$label, step=$*;" \
			"see $folder/build.log"
}

unpack_and_configure() {
	rm -rf "$folder"
	mkdir -p "$folder/objects"
	say "$label: patching Linux $version"
	# Hard links: a patch writes new files, so the unpacked source stays whole.
	cp -al "$source" "$folder/source"
	for patch in $(patches); do
		patch -d "$folder/source" -p1 -s --no-backup-if-mismatch \
			<"$patch" >&2 ||
			fail "does not apply: patch=$patch, linux=$version"
	done
	make_kernel tinyconfig
	# shellcheck disable=SC2086
	(cd "$folder/source" && scripts/kconfig/merge_config.sh -m \
		-O "$folder/objects" "$folder/objects/.config" $options) \
		>>"$folder/build.log" 2>&1
	make_kernel olddefconfig
	# shellcheck disable=SC2086
	sed -n 's/^\(CONFIG_[A-Z0-9_]*=y\)$/\1/p' $options |
	while read -r option; do
		grep -qx "$option" "$folder/objects/.config" ||
			say "$label: not to be had: $option"
	done
	touch "$folder/configured"
}

# A build that was interrupted goes on where it was.
[ -f "$folder/configured" ] || unpack_and_configure
say "$label: building ($(nproc) CPUs; minutes)"
begin=$(date +%s)
make_kernel "-j${LAB_JOBS:-$(nproc)}" bzImage
say "$label: built in $(($(date +%s) - begin)) s"

cp "$folder/objects/arch/x86/boot/bzImage" "$folder/objects/vmlinux" \
	"$folder/objects/System.map" "$folder/"
cp "$folder/objects/usr/gen_init_cpio" "$folder/gen_init_cpio"
cp "$folder/objects/.config" "$folder/config"
cp "$folder/objects/mm/memory.o" "$folder/objects/mm/madvise.o" \
	"$folder/objects/mm/filemap.o" "$folder/objects/mm/shmem.o" \
	"$folder/objects/mm/mmap.o" "$folder/" 2>/dev/null || true
# Selftests are built from the patched source; objects are not needed again.
[ -n "${LAB_KEEP:-}" ] || rm -rf "$folder/objects"
touch "$folder/done"
echo "$folder"
