#!/bin/sh
# SPDX-License-Identifier: MIT
# install_test.sh: what `make install` puts down is enough to build and run
# shmguard's example, against the static and the shared library.
set -u

here=$(dirname "$0")/../../..
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
. "$(dirname "$0")/check.sh"

# The flags that the pkg-config file gives, with the folder it was put into.
flag() {
	sed -n "s/^$1: //p" "$root/usr/lib/pkgconfig/shmguard.pc" | sed \
		-e "s|\${libdir}|$root/usr/lib|" \
		-e "s|\${includedir}|$root/usr/include|"
}

echo "KTAP version 1"
echo "1..5"
env -u MAKEFLAGS make -s -C "$here" install BUILD="$root/build" \
	PREFIX=/usr DESTDIR="$root" >"$root/log" 2>&1
check "installs under DESTDIR and PREFIX" "$?" 0
check "exports what the header declares" \
	"$(nm -D --defined-only "$root/usr/lib/libshmguard.so" |
		sed 's/.* //' | sort | tr '\n' ' ')" \
	"$(grep -oE '\bshmguard_(begin_slowly|check|faults|install|lost|map|own|release|resize|retired|unmap)\b' \
		"$root/usr/include/shmguard.h" | sort -u | tr '\n' ' ')"
for kind in shared static; do
	link=$(flag Libs)
	[ $kind = shared ] || link="$root/usr/lib/libshmguard.a $(flag Libs.private)"
	# shellcheck disable=SC2046,SC2086 # words
	${CC:-cc} -O2 -Wall -Wextra -Werror $(flag Cflags) \
		"$here/shmguard/example.c" $link -o "$root/example" &&
		LD_LIBRARY_PATH="$root/usr/lib" "$root/example" >"$root/log" 2>&1
	check "the example runs with the $kind library" \
		"$(sed -n 1p "$root/log")" "good: 0 of 200 frames lost bytes"
done
# shellcheck disable=SC2046 # words
${CC:-cc} -O2 -Wall -Wextra -Werror -fPIC -shared $(flag Cflags) \
	"$here/src/test/c/strategies/example.c" $(flag Libs) -o "$root/example.so"
check "a strategy of one's own builds" "$?" 0
exit $failed
