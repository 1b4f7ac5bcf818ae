#!/bin/sh
# SPDX-License-Identifier: MIT
# table.sh RECORDS: what the scenes of the records (lines of JSON, as nofault-scene
# writes them) came to, one protection a column.
set -eu

awk '
function field(name) {
	if (!match($0, "\"" name "\":(\"[^\"]*\"|[^,}]*)")) return ""
	value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3)
	gsub(/"/, "", value)
	return value
}
{
	unit = field("unit"); attack = field("attack"); by = field("protection")
	if (!(unit in units)) { units[unit]; unit_at[++unit_count] = unit }
	if (!(attack in known)) { known[attack]; attack_at[++attacks] = attack }
	if (!(by in columns)) { columns[by]; column_at[++width] = by }
	kernel[by] = field("kernel")
	key = unit SUBSEP attack SUBSEP by
	outcome[key] = field("outcome")
	survived = outcome[key] == "survived"
	told[key] = survived ? field("disconnects") "/" field("hostileFrames") : ""
	late[key] = survived ? field("late") "/" field("presented") : ""
	cost[key] = field("perFrame")
	added[key] = field("perHostileFrame")
	wrong[key] = field("expected") != "true"
}
function grouped(number,   text) {
	text = sprintf("%d", number)
	while (match(text, /[0-9][0-9][0-9][0-9]($|,)/))
		text = substr(text, 1, RSTART) "," substr(text, RSTART + 1)
	return text
}
function cell(what, key) {
	if (!(key in outcome)) return "-"
	if (what == "outcome") return outcome[key] (wrong[key] ? " !" : "")
	if (what == "told") return told[key] == "" ? "-" : told[key]
	if (what == "late") return late[key] == "" ? "-" : late[key]
	value = what == "cost" ? cost[key] : added[key]
	return value == "null" ? "-" : grouped(value)
}
function table(title, what, unit,   a, c) {
	printf "\n%s\n%-24s", title, "attack"
	for (c = 1; c <= width; c++) printf " %14s", column_at[c]
	print ""
	for (a = 1; a <= attacks; a++) {
		printf "%-24s", attack_at[a]
		for (c = 1; c <= width; c++)
			printf " %14s", cell(what, unit SUBSEP attack_at[a] \
				SUBSEP column_at[c])
		print ""
	}
}
END {
	says["guard"] = "libwayland and weston as Debian has them"
	says["none"] = "the same, with the guard of libwayland switched off"
	says["nosigbus"] = "both patched"
	for (c = 1; c <= width; c++)
		printf "%-9s %s, Linux %s\n", column_at[c], \
			says[column_at[c]], kernel[column_at[c]]
	for (u = 1; u <= unit_count; u++) {
		unit = unit_at[u]
		if (unit == "instructions")
			print "\n== One emulated CPU whose clock counts instructions: a" \
				" virtual second is\n   10^9 of them, and no time =="
		else if (unit == "none")
			print "\n== Two emulated CPUs: outcomes only =="
		else
			print "\n== This machine: times =="
		table("The compositor (died: of SIGBUS; ! is not as expected)", \
			"outcome", unit)
		table("Frames of the attacking client that ended its connection", \
			"told", unit)
		if (unit == "none") continue
		table("Late frames of the good client, of those presented" \
			(unit == "ns" ? "" : " (virtual time)"), "late", unit)
		table((unit == "ns" ? "Nanoseconds" : "Instructions") \
			" of the compositor for each frame of the good client", \
			"cost", unit)
		table("The same for each frame of the other client, when those of" \
			" the good one are paid for", "added", unit)
	}
}' "${1:?records}"
