#!/bin/sh
# SPDX-License-Identifier: MIT
# layout_test.sh LIBRARY LIBRARY: of two links of the same objects in other
# orders, that what is measured moves by whole cache lines only.
set -u
. "$(dirname "$0")/check.sh"

addresses() {
	nm "$1" | awk '$2 == "t" && $3 == "read_batch" { print $1 }' | sort
}

echo "KTAP version 1"
echo "1..3"
first=$(addresses "$1") second=$(addresses "$2")
check "finds the loops of the strategies" \
	"$([ "$(echo "$first" | grep -c .)" -ge 10 ] && echo yes)" yes
check "links them at other addresses" \
	"$([ "$first" != "$second" ] && echo yes)" yes
# 64 bytes: the last two digits are 00, 40, 80 or c0.
check "begins each at a cache line" \
	"$(printf '%s\n' "$first" "$second" | grep -cv '[048c]0$')" 0
exit $failed
