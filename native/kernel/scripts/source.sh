#!/bin/sh
# SPDX-License-Identifier: MIT
# source.sh LINUX: gets the Debian package linux-source-LINUX that config/sources
# names, checks its SHA-256, and unpacks it in the build folder. Prints where.
# LAB_SOURCE=newest takes the archive's newest instead; its version is then in the
# folder's name, and so in that of every kernel built from it.
set -eu
. "$(dirname "$0")/common.sh"

linux=${1:?version of Linux}
package=linux-source-$linux
log=$build/source.log
pinned=$(sed -n "s/^$linux  *\([^ ]*\) .*/\1/p" "$lab/config/sources")
checksum=$(sed -n "s/^$linux  *[^ ]*  *\([^ ]*\)$/\1/p" "$lab/config/sources")
[ -n "$pinned" ] || [ "${LAB_SOURCE:-}" = newest ] ||
	refuse "no source is known of this Linux: version=$linux; config/sources has" \
		"$(sed -n 's/^\([0-9.]*\) .*/\1/p' "$lab/config/sources" | tr '\n' ' ')"

# The newest version that apt offers, of the machine's suites and then of the
# lists of the build folder's own.
offered() {
	"$1" show "$package" 2>/dev/null | sed -n 's/^Version: //p' | head -n 1
}

own_apt_cache() {
	[ -d "$build/apt/source" ] || "$lab/scripts/apt.sh" source update >>"$log" 2>&1
	"$lab/scripts/apt.sh" source cache "$@"
}

# A file of the wanted version in build/packages, from wherever there is one.
download() {
	apt-get download "$package=$1" >>"$log" 2>&1 || {
		own_apt_cache policy >/dev/null
		"$lab/scripts/apt.sh" source get download "$package=$1" >>"$log" 2>&1
	}
}

mkdir -p "$build/packages" "$build/source"
wanted=$pinned
if [ "${LAB_SOURCE:-}" = newest ]; then
	wanted=$(offered apt-cache)
	[ -n "$wanted" ] || wanted=$(offered own_apt_cache)
	[ -n "$wanted" ] || refuse "apt offers no such package: package=$package"
fi
folder=$build/source/${package}_$wanted
if [ -f "$folder/Makefile" ]; then
	echo "$folder"
	exit 0
fi

deb=$build/packages/${package}_${wanted}_all.deb
if [ ! -f "$deb" ]; then
	say "source: getting $package $wanted (about 150 MB)"
	(cd "$build/packages" && download "$wanted") || {
		newest=$(offered apt-cache)
		[ -n "$newest" ] || newest=$(offered own_apt_cache) || true
		refuse "the archive no longer has the kernel source that the lab's" \
			"figures are of: package=$package, pinned=$wanted," \
			"offered=${newest:-none}; put that file in $build/packages" \
			"(Debian's snapshot archive keeps it), or set" \
			"LAB_SOURCE=newest for figures of another kernel; see $log"
	}
fi
[ "$wanted" != "$pinned" ] || [ "$(sha256sum <"$deb")" = "$checksum  -" ] ||
	fail "the kernel source is not the one that is pinned: file=$deb," \
		"expected=$checksum; remove it and run again"

rm -rf "$folder.part"
mkdir -p "$folder.part"
dpkg-deb --fsys-tarfile "$deb" | tar -xO "./usr/src/$package.tar.xz" |
	tar -xJ -C "$folder.part" --strip-components=1
[ -f "$folder.part/Makefile" ] || fail "the package has no source: file=$deb"
mv "$folder.part" "$folder"
say "source: unpacked $package $wanted"
echo "$folder"
