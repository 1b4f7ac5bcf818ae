#!/bin/sh
# SPDX-License-Identifier: MIT
# source.sh VERSION: gets the Debian package linux-source-VERSION and unpacks
# it in the build folder. Prints where.
set -eu
. "$(dirname "$0")/common.sh"

version=${1:?version}
package=linux-source-$version
folder=$build/source/$package

# Suites beyond those of this machine are asked with lists of the build folder's
# own: the mirror is the one that the machine uses for its release.
own_lists() {
	# shellcheck disable=SC2016
	mirror=$(apt-get indextargets --format '$(REPO_URI)' \
		'Created-By: Packages' | grep -v security | head -n 1)
	[ -n "$mirror" ] || refuse "apt knows no Debian mirror; see sources.list(5)"
	mkdir -p "$build/apt/lists/partial" "$build/apt/cache/archives/partial"
	key=/usr/share/keyrings/debian-archive-keyring.gpg
	for suite in trixie-backports bookworm-backports; do
		echo "deb [signed-by=$key] $mirror $suite main"
	done >"$build/apt/sources.list"
	other_apt update
}

other_apt() {
	apt-get -o Dir::Etc::sourcelist="$build/apt/sources.list" \
		-o Dir::Etc::sourceparts=/dev/null \
		-o Dir::State::lists="$build/apt/lists" \
		-o Dir::Cache="$build/apt/cache" "$@"
}

if [ ! -f "$folder/Makefile" ]; then
	mkdir -p "$build/packages" "$build/source"
	cd "$build/packages"
	say "source: getting $package"
	if ! ls "$package"_*.deb >/dev/null 2>&1; then
		apt-get download "$package" >"$build/source.log" 2>&1 ||
			{ own_lists && other_apt download "$package"; } \
			>>"$build/source.log" 2>&1 ||
			refuse "no such package: package=$package; its suite" \
				"may have moved on, see $build/source.log"
	fi
	rm -rf "$build/source/$package.part"
	mkdir -p "$build/source/$package.part"
	for deb in "$package"_*.deb; do
		dpkg-deb --fsys-tarfile "$deb" |
			tar -xO "./usr/src/$package.tar.xz" |
			tar -xJ -C "$build/source/$package.part" \
				--strip-components=1
	done
	mv "$build/source/$package.part" "$folder"
	say "source: unpacked $package"
fi
echo "$folder"
