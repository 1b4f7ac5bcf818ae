#!/bin/sh
# SPDX-License-Identifier: MIT
# package.sh NAME CONFIG: a Debian kernel package with the patches of NAME from
# a configuration of one's own, to be installed and booted by hand. Needs what
# the kernel's own `make bindeb-pkg` needs, which it names.
set -eu
. "$(dirname "$0")/common.sh"

name=${1:?name}
config=${2:?configuration}
version=${LAB_LINUX:-6.12}
series=$(series_of "$name" "$version")
[ -r "$config" ] || refuse "no configuration there: config=$config"
for program in dpkg-buildpackage rsync cpio; do
	command -v "$program" >/dev/null 2>&1 ||
		refuse "a program is missing: program=$program; apt install" \
			"build-essential debhelper rsync cpio kmod libelf-dev libssl-dev bc flex bison"
done

source=$("$lab/scripts/source.sh" "$version")
folder=$build/package/$name
rm -rf "$folder"
mkdir -p "$folder/objects"
cp -al "$source" "$folder/source"
patches_of "$series" | while read -r patch; do
	patch -d "$folder/source" -p1 -s --fuzz=0 --no-backup-if-mismatch <"$patch"
done
cp "$config" "$folder/objects/.config"
# A distribution's keys are not here, and debug information takes an hour.
"$folder/source/scripts/config" --file "$folder/objects/.config" \
	--set-str SYSTEM_TRUSTED_KEYS "" --set-str SYSTEM_REVOCATION_KEYS "" \
	--disable DEBUG_INFO_BTF --enable DEBUG_INFO_NONE
say "$name: building a package, which takes as long as a kernel of yours does"
nice -n 15 make -C "$folder/source" O="$folder/objects" \
	LOCALVERSION="-$name" olddefconfig "-j$(nproc)" bindeb-pkg
ls "$folder"/*.deb
