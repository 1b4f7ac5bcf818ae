#!/bin/sh
# SPDX-License-Identifier: MIT
# What of the scene can be tested without weston, a kernel and QEMU.
set -u
cd "$(dirname "$0")/.." || exit 1
LAB_BUILD=$(mktemp -d)
export LAB_BUILD
trap 'rm -rf "$LAB_BUILD"' EXIT
number=0
failed=0

check() {
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $number $1"
	else
		printf '# actual:\n%s\n# expected:\n%s\n' "$2" "$3"
		echo "not ok $number $1"
		failed=1
	fi
}

# The status, and whether what was said is one line.
end_of() {
	said=$("$@" 2>&1 >/dev/null)
	echo "$? $(echo "$said" | wc -l)"
}

record() {
	printf '{"kernel":"6.12","protection":"%s","attack":"%s","unit":"instructions","outcome":"%s","why":"a, b","expected":%s,"hostileFrames":60,"disconnects":59,"presented":1234,"late":2,"perFrame":%s,"perHostileFrame":%s}\n' \
		"$@"
}

echo "KTAP version 1"
echo "1..7"

check "refuses an unknown pair" "$(end_of ./build.sh tomorrow)" "2 1"
check "refuses an unknown accelerator" \
	"$(ACCEL=xen end_of ./weston.sh)" "2 1"
check "refuses a number of frames that is none" \
	"$(LAB_FRAMES=many end_of ./weston.sh)" "2 1"

{
	record guard truncation survived true 1234567 12345
	record none truncation died true null null
	record nosigbus truncation died false null null
} >"$LAB_BUILD/records"
rows() {
	./table.sh "$LAB_BUILD/records" | awk '/^truncation/ { $1 = $1; print }'
}
check "shows a death, one that was not expected, and figures" "$(rows)" \
"truncation survived died died !
truncation 59/60 - -
truncation 2/1234 - -
truncation 1,234,567 - -
truncation 12,345 - -"
check "gives the cover letter what was counted, and nothing of who died" \
	"$(./figures.sh "$LAB_BUILD/records")" \
"what=guard.truncation.presented value=1234 unit=frames
what=guard.truncation.late value=2 unit=frames
what=guard.truncation.disconnects value=59 unit=frames
what=guard.truncation.perFrame value=1234567 unit=instructions
what=guard.truncation.perHostileFrame value=12345 unit=instructions"
check "never calls counted instructions a time" \
	"$(./table.sh "$LAB_BUILD/records" | grep -ci -e nanosecond -e millisecond)" 0

# Of the patches: text that their maintainers would not take.
check "the patches add no line that is too long or ends in a blank" \
	"$(grep -hE '^\+.{82,}|^\+.*[[:blank:]]$' patches/*/*.patch)" ""
exit $failed
