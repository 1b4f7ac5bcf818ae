#!/bin/sh
# SPDX-License-Identifier: MIT
# apt.sh LISTS update|get|cache [ARGUMENT]...: apt with lists and a cache of the
# build folder's own, for what this machine's sources do not have. LISTS: `source`
# is the kernel source of other suites; `arm64` is this machine's release for
# arm64, of which nothing is taken to be installed. No root.
set -eu
. "$(dirname "$0")/common.sh"

lists=${1:?lists}
command=${2:?command}
shift 2
folder=$build/apt/$lists
key=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirrors are those that this machine uses.
sources() {
	# shellcheck disable=SC2016
	own=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
		'Created-By: Packages' 'Origin: Debian' | sort -u)
	[ -n "$own" ] || refuse "apt knows no Debian mirror; see sources.list(5)"
	if [ "$lists" = source ]; then
		mirror=$(echo "$own" | grep -v security | head -n 1 | cut -d' ' -f1)
		printf '%s trixie-backports\n%s bookworm-backports\n' "$mirror" "$mirror"
	else
		echo "$own"
	fi | sed "s|^|deb [signed-by=$key] |; s|\$| main|"
}

[ -f "$folder/sources.list" ] || {
	mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
	: >"$folder/status"
	sources >"$folder/sources.list"
}

set -- -o Dir::Etc::sourcelist="$folder/sources.list" \
	-o Dir::Etc::sourceparts=/dev/null \
	-o Dir::State::lists="$folder/lists" -o Dir::Cache="$folder/cache" "$@"
[ "$lists" = source ] || set -- -o APT::Architecture="$lists" \
	-o APT::Architectures::="$lists" -o Dir::State::status="$folder/status" \
	-o Debug::NoLocking=1 "$@"
case $command in
cache) exec apt-cache "$@" ;;
update) exec apt-get "$@" update ;;
get) exec apt-get "$@" ;;
*) refuse "unknown command: command=$command" ;;
esac
