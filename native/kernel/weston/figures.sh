#!/bin/sh
# SPDX-License-Identifier: MIT
# figures.sh RECORDS: the figures of the records (lines of JSON, as nofault-scene
# writes them) that counted instructions, one a line, as cover-letter.sh reads them:
# what=PROTECTION.ATTACK.FIGURE value=N unit=UNIT.
set -eu

awk '
function field(name) {
	if (!match($0, "\"" name "\":(\"[^\"]*\"|[^,}]*)")) return ""
	value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3)
	gsub(/"/, "", value)
	return value
}
function figure(name, unit) {
	if (field(name) != "null")
		printf "what=%s.%s.%s value=%s unit=%s\n", field("protection"), \
			field("attack"), name, field(name), unit
}
/"unit":"instructions"/ && /"outcome":"survived"/ {
	figure("presented", "frames")
	figure("late", "frames")
	figure("disconnects", "frames")
	figure("perFrame", "instructions")
	figure("perHostileFrame", "instructions")
}' "${1:?records}"
