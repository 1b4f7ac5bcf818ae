#!/bin/sh
# SPDX-License-Identifier: MIT
# race.sh: the two races of the series' selftest, /mnt/nosigbus, on the kernel of
# config/race.patch. It pauses between a fault's decision that there is no data and
# the lock of the page table. With the second look under the lock both races have
# to pass in all runs, and without it to fail in one.
set -u

[ "$(uname -n)" = "(none)" ] || {
	echo "race.sh: runs in the lab's guest only, which has no host name" >&2
	exit 2
}
settings=/sys/kernel/debug
pause_us=2000
runs=8
number=0
failed=0

# EXPECTED RECHECK RACE
check() {
	number=$((number + 1))
	echo "$2" >$settings/nodata_recheck || exit 1
	result=passes
	run=0
	while [ "$run" -lt "$runs" ] && [ "$result" = passes ]; do
		run=$((run + 1))
		/mnt/nosigbus -t "leaves_no_zeroes_behind_where_$3" \
			>/tmp/race.log 2>&1 || result=fails
		! grep -q SKIP /tmp/race.log || result="is skipped"
		grep -E '^#.*(Expected|SKIP )' /tmp/race.log | sed 's|^#* *[^ ]*/|# |'
	done
	verdict=ok
	[ "$result" = "$1" ] || {
		verdict="not ok"
		failed=1
	}
	echo "$verdict $number $3, recheck=$2: $result, run $run of $runs"
}

echo "KTAP version 1"
echo "1..4"
echo "# pauseUs=$pause_us"
echo "$pause_us" >$settings/nodata_pause_us || exit 1
check passes Y the_file_grew
check passes Y a_hole_was_filled
check fails N the_file_grew
check fails N a_hole_was_filled
exit $failed
