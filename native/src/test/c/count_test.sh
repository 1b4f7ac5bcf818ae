#!/bin/sh
# SPDX-License-Identifier: MIT
# count_test.sh PROGRAM: that nofault-count refuses a clock that counts no
# instructions, and arguments that it does not know; and what it prints.
program=$1
. "$(dirname "$0")/check.sh"

status_of() {
	"$@" >/dev/null 2>&1
	echo $?
}

echo "KTAP version 1"
echo "1..7"
check "refuses the clock of a real machine" "$(status_of "$program")" 77
check "refuses what it does not know" "$(status_of "$program" --no-such)" 2
check "refuses a pool without bytes" "$(status_of "$program" --bytes=0)" 2
check "refuses a strategy that is not there" \
	"$(status_of "$program" --any-clock --strategy=guard-poll)" 2
# Any clock will do to see the form of what is printed; figures mean nothing.
lines=$("$program" --any-clock --bytes=65536)
check "counts an access of the control" \
	"$(echo "$lines" | grep -c "^count	unguarded-shared	warm	65536	")" 1
check "does not take away what the control would die of" \
	"$(echo "$lines" | grep "^skip	unguarded-shared	lost" | cut -f4)" \
	"it would not survive it"
check "counts every read loop that is compared between architectures" \
	"$("$program" --loops --any-clock --bytes=65536 | awk -F '\t' '
		$1 == "loop" && $4 == 65536 && $5 > 0 { print $2 }' | sort -u |
		grep -cx 'sum\|copy\|blend')" 3
exit $failed
