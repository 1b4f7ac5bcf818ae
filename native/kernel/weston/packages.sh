#!/bin/sh
# SPDX-License-Identifier: MIT
# packages.sh: gets the source packages of sources.sha256, and the packages that
# building them needs and this machine lacks; unpacks the latter in the build
# folder. No root, and nothing is installed.
set -eu
. "$(dirname "$0")/../scripts/common.sh"

here=$lab/weston
scene=$build/weston
root=$scene/root
wanted="meson ninja-build pkg-config wayland-protocols libpixman-1-dev
libxkbcommon-dev libffi-dev libexpat1-dev libdrm-dev libinput-dev libevdev-dev
libudev-dev libcairo2-dev libpng-dev xkb-data"
by_hand="apt install gcc libc6-dev make $(echo "$wanted" | tr '\n' ' ')"

# The mirror that this machine uses, asked for sources, which its own lists
# rarely have.
source_apt() {
	# shellcheck disable=SC2016
	mirror=$(apt-get indextargets --format '$(REPO_URI)' \
		'Created-By: Packages' | grep -v security | head -n 1)
	[ -n "$mirror" ] || refuse "apt knows no Debian mirror; see sources.list(5)"
	mkdir -p "$scene/apt/lists/partial" "$scene/apt/cache/archives/partial"
	key=/usr/share/keyrings/debian-archive-keyring.gpg
	echo "deb-src [signed-by=$key] $mirror bookworm main" \
		>"$scene/apt/sources.list"
	apt-get -o Dir::Etc::sourcelist="$scene/apt/sources.list" \
		-o Dir::Etc::sourceparts=/dev/null \
		-o Dir::State::lists="$scene/apt/lists" \
		-o Dir::Cache="$scene/apt/cache" "$@" >>"$scene/apt.log" 2>&1
}

pinned() {
	(cd "$scene/sources" && sha256sum --quiet -c "$here/sources.sha256") \
		>>"$scene/apt.log" 2>&1
}

get_sources() {
	mkdir -p "$scene/sources"
	pinned && return
	say "weston: getting the source packages of wayland and weston"
	source_apt update || true
	for package in wayland=1.21.0-1 weston=10.0.1-1; do
		(cd "$scene/sources" &&
			source_apt source --download-only "$package") || true
	done
	pinned || refuse "the archive no longer has the source packages that" \
		"the patches are for: wayland=1.21.0-1, weston=10.0.1-1; put" \
		"the files of weston/sources.sha256 into $scene/sources" \
		"(snapshot.debian.org keeps them), or port the patches;" \
		"see $scene/apt.log"
}

# What the unpacked packages say of /usr is true of their folder. A library's
# development link may point to one that the machine itself has.
relocate() {
	libraries=$root/usr/lib/$(gcc -print-multiarch)
	find "$root/usr" -name '*.pc' \
		-exec sed -i "s|^prefix=/usr\$|prefix=$root/usr|" {} +
	find "$libraries" -xtype l -name '*.so' | while read -r link; do
		ln -sf "/usr/lib/${libraries##*/}/$(readlink "$link")" "$link"
	done
}

get_tools() {
	[ "$(cat "$scene/tools.done" 2>/dev/null)" != "$wanted" ] || return 0
	say "weston: getting what building it needs and this machine lacks"
	# shellcheck disable=SC2086
	missing=$(apt-get -s install --no-install-recommends $wanted \
		2>>"$scene/apt.log" | awk '/^Inst/ { print $2 }') ||
		refuse "the package lists do not have what weston needs; run" \
			"apt-get update as root, or $by_hand"
	rm -rf "$scene/packages" "$root"
	mkdir -p "$scene/packages" "$root/usr/lib/$(gcc -print-multiarch)"
	# shellcheck disable=SC2086
	[ -z "$missing" ] || (cd "$scene/packages" &&
		apt-get download $missing) >>"$scene/apt.log" 2>&1 ||
		refuse "packages cannot be downloaded, see $scene/apt.log;" \
			"by hand: $by_hand"
	for package in "$scene"/packages/*.deb; do
		[ ! -f "$package" ] || dpkg-deb -x "$package" "$root"
	done
	relocate
	printf '%s\n' "$wanted" >"$scene/tools.done"
}

mkdir -p "$scene"
get_sources
get_tools
