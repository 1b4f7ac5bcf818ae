#!/bin/sh
# SPDX-License-Identifier: MIT
# layout_test.sh LIBRARY LIBRARY: of two links of the same objects in other
# orders, that what is measured moves by whole cache lines only.
set -u
failed=0

addresses() {
	nm "$1" | awk '$2 == "t" && $3 == "read_batch" { print $1 }' | sort
}

check() {
	if [ "$3" = "$4" ]; then
		echo "ok $1 $2"
	else
		echo "# actual=$3, expected=$4"
		echo "not ok $1 $2"
		failed=1
	fi
}

echo "KTAP version 1"
echo "1..3"
first=$(addresses "$1") second=$(addresses "$2")
check 1 "finds the loops of the strategies" \
	"$([ "$(echo "$first" | grep -c .)" -ge 10 ] && echo yes)" yes
check 2 "links them at other addresses" \
	"$([ "$first" != "$second" ] && echo yes)" yes
# 64 bytes: the last two digits are 00, 40, 80 or c0.
check 3 "begins each at a cache line" \
	"$(printf '%s\n' "$first" "$second" | grep -cv '[048c]0$')" 0
exit $failed
