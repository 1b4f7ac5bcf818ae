#!/bin/sh
# SPDX-License-Identifier: MIT
# kernel.sh NAME [VARIANT]: a kernel of patches/NAME, built unless one of the
# same source, patches, configuration and compiler is there already. Prints its
# folder, with image, vmlinux, config, System.map and gen_init_cpio in it.
#
# VARIANT is a file of config/ beside lab.config: "debug", say. One with a patch
# there adds that to the series. LAB_JOBS is how many compilers run at once.
set -eu
. "$(dirname "$0")/common.sh"

name=${1:?name}
variant=${2:-}
linux=${LAB_LINUX:-6.12}
series=$(series_of "$name" "$linux")
for option_file in lab "$arch" ${variant:+"$variant"}; do
	[ -f "$lab/config/$option_file.config" ] ||
		refuse "no such configuration: variant=$option_file; see config/"
done

source=$("$lab/scripts/source.sh" "$linux")
use_tools

options() {
	cat "$lab/config/lab.config" "$lab/config/$arch.config" \
		${variant:+"$lab/config/$variant.config"}
}

patches() {
	patches_of "$series"
	[ ! -f "$lab/config/$variant.patch" ] || echo "$lab/config/$variant.patch"
}

# What the kernel is made of, and so what its folder is called.
identity() {
	echo "${source##*/} $arch $variant"
	"${cross}gcc" --version
	options
	patches | while read -r patch; do cat "$patch"; done
}

label=$name${variant:+-$variant}
folder=$build/kernels/$linux-$arch-$label-$(identity | short_hash)
mkdir -p "$build/kernels"
# One builder at a time: another waits, and finds it done.
exec 9>"$folder.lock"
flock 9
if [ -f "$folder/done" ]; then
	echo "$folder"
	exit 0
fi

# The warnings of a build that succeeds stay in its log.
make_kernel() {
	nice -n 5 make -C "$folder/source" O="$folder/objects" ARCH="$arch" \
		CROSS_COMPILE="$cross" LOCALVERSION="-$label" \
		KBUILD_BUILD_USER=lab KBUILD_BUILD_HOST=lab \
		LIBELF_FLAGS="-I$tools/usr/include" \
		LIBELF_LIBS="$tools$library/libelf.a $tools$library/libz.a" "$@"
}

log=$folder/build.log

step() {
	make_kernel -s "$@" >>"$log" 2>&1 || failed "$*"
}

failed() {
	grep -E 'error|Error' "$log" | head -n 3 >&2 || true
	fail "the build failed: kernel=$label, arch=$arch, step=$1; see $log"
}

unpack_and_configure() {
	rm -rf "$folder"
	mkdir -p "$folder/objects"
	say "$label: patching Linux $linux"
	# Hard links: a patch writes new files, so the unpacked source stays whole.
	cp -al "$source" "$folder/source"
	patches | while read -r patch; do
		patch -d "$folder/source" -p1 -s --fuzz=0 --no-backup-if-mismatch \
			<"$patch" >&2 ||
			fail "does not apply: patch=${patch##*/}, linux=$linux"
	done
	step tinyconfig
	options >"$folder/options"
	(cd "$folder/source" && scripts/kconfig/merge_config.sh -m \
		-O ../objects ../objects/.config ../options) >>"$log" 2>&1
	step olddefconfig
	grep '^CONFIG_[A-Z0-9_]*=y$' "$folder/options" | sort -u |
		while read -r option; do
			grep -qx "$option" "$folder/objects/.config" ||
				say "$label: not to be had: $option"
		done
	step "-j${LAB_JOBS:-$(nproc)}" prepare
	touch "$folder/configured"
}

# How far it is: objects that are there, of those that make would build.
watch_build() {
	while sleep 30; do
		objects=$(find "$folder/objects" -name '*.o' | wc -l)
		say "$label: $objects of about $1 objects," \
			"$((($(date +%s) - begin) / 60)) min"
	done
}

# A build that was interrupted goes on where it was.
[ -f "$folder/configured" ] || unpack_and_configure
target=${image##*/}
begin=$(date +%s)
objects=$(find "$folder/objects" -name '*.o' | wc -l)
missing=$(make_kernel -n "$target" 2>/dev/null | grep -cE '^ *set -e.*  (CC|AS)  ' || true)
say "$label: building $arch, $missing objects, ${LAB_JOBS:-$(nproc)} at once"
watch_build "$((objects + missing))" &
watch=$!
# shellcheck disable=SC2064
trap "kill $watch 2>/dev/null || true" EXIT
step "-j${LAB_JOBS:-$(nproc)}" "$target"
say "$label: built in $(($(date +%s) - begin)) s"

cp "$folder/objects/$image" "$folder/image"
cp "$folder/objects/vmlinux" "$folder/objects/System.map" "$folder/"
cp "$folder/objects/usr/gen_init_cpio" "$folder/gen_init_cpio"
cp "$folder/objects/.config" "$folder/config"
# Selftests are built from the patched source; objects are not needed again.
[ -n "${LAB_KEEP:-}" ] || rm -rf "$folder/objects"
touch "$folder/done"
echo "$folder"
