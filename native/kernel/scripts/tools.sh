#!/bin/sh
# SPDX-License-Identifier: MIT
# Gets the Debian packages that the lab needs and the machine has not, and
# unpacks them in the build folder: no root, and nothing is installed.
set -eu
. "$(dirname "$0")/common.sh"

wanted="qemu-system-x86 flex bison libelf-dev libelf1 zlib1g-dev"
host_needs="gcc make perl bc xz dpkg-deb apt-get sha256sum patch timeout"
done_mark=$build/tools.done

for program in $host_needs; do
	command -v "$program" >/dev/null 2>&1 ||
		refuse "a program is missing: program=$program; install it" \
			"(Debian: apt install gcc libc6-dev make perl bc" \
			"xz-utils patch)"
done

[ "$(cat "$done_mark" 2>/dev/null)" != "$wanted" ] || exit 0

mkdir -p "$build/packages" "$tools"
say "packages: asking which of them this machine lacks: $wanted"
# What installing them would add, by name; nothing is installed.
# shellcheck disable=SC2086
missing=$(apt-get -s install --no-install-recommends $wanted 2>"$build/apt.log" |
	awk '/^Inst/ { print $2 }') ||
	refuse "the package lists do not have: packages=$wanted;" \
		"run apt-get update as root, see $build/apt.log"
# The header's library has to lie beside it, also where the machine has it.
# shellcheck disable=SC2086
missing=$(printf '%s\n' $missing libelf-dev libelf1 zlib1g-dev | sort -u)

say "packages: getting $(echo "$missing" | wc -w) of them"
# shellcheck disable=SC2086
(cd "$build/packages" && apt-get download $missing) >>"$build/apt.log" 2>&1 ||
	fail "packages cannot be downloaded; see $build/apt.log"
for package in "$build"/packages/*.deb; do
	case $package in
	*/linux-source*) ;;
	*) dpkg-deb -x "$package" "$tools" ;;
	esac
done
use_tools
LD_LIBRARY_PATH=$qemu_libraries qemu-system-x86_64 --version >&2 ||
	fail "the unpacked QEMU does not run here: tools=$tools"
printf '%s\n' "$wanted" >"$done_mark"
