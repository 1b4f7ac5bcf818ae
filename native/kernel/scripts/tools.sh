#!/bin/sh
# SPDX-License-Identifier: MIT
# Gets the Debian packages that the lab needs and the machine has not, and
# unpacks them in the build folder: no root, and nothing is installed.
set -eu
. "$(dirname "$0")/common.sh"

wanted="qemu-system-x86 flex bison libelf-dev libelf1 zlib1g-dev"
[ "$machine" = x86_64 ] || wanted="qemu-system-arm flex bison libelf-dev libelf1 zlib1g-dev"
[ -z "$cross" ] ||
	wanted="$wanted gcc-$(echo "$machine" | tr _ -)-linux-gnu"
host_needs="gcc make perl bc xz dpkg-deb apt-get sha256sum patch timeout javac jar"
done_mark=$build/tools.$arch.done

for program in $host_needs; do
	command -v "$program" >/dev/null 2>&1 ||
		refuse "a program is missing: program=$program; install it" \
			"(Debian: apt install default-jdk-headless gcc libc6-dev make" \
			"perl bc xz-utils patch)"
done

[ "$(cat "$done_mark" 2>/dev/null)" != "$wanted" ] || exit 0

downloads=$build/packages/tools.$arch
log=$build/apt.log
rm -rf "$downloads"
mkdir -p "$downloads" "$tools"
say "packages: asking which of them this machine lacks: $wanted"
# What installing them would add, by name; nothing is installed.
# shellcheck disable=SC2086
planned=$(apt-get -s install --no-install-recommends $wanted 2>"$log") ||
	refuse "the package lists do not have: packages=$wanted;" \
		"run apt-get update as root, see $log"
missing=$(echo "$planned" | awk '/^Inst/ { print $2 }')
# The header's library has to lie beside it, also where the machine has it.
# shellcheck disable=SC2086
missing=$(printf '%s\n' $missing libelf-dev libelf1 zlib1g-dev | sort -u)

say "packages: getting $(echo "$missing" | wc -w) of them"
# shellcheck disable=SC2086
(cd "$downloads" && apt-get download $missing) >>"$log" 2>&1 ||
	fail "packages cannot be downloaded; see $log"
for package in "$downloads"/*.deb; do
	dpkg-deb -x "$package" "$tools"
done
rm -rf "$downloads"
use_tools
"qemu-system-$machine" --version >&2 ||
	fail "the unpacked QEMU does not run here: tools=$tools"
printf '%s\n' "$wanted" >"$done_mark"
