#!/bin/sh
# SPDX-License-Identifier: MIT
# What of the lab can be tested without a kernel and without QEMU.
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

echo "KTAP version 1"
echo "1..9"

check "refuses patches that are not there" \
	"$(end_of scripts/kernel.sh no-such)" "2 1"
check "refuses an unknown clock" \
	"$(end_of scripts/boot.sh "$LAB_BUILD" "$LAB_BUILD/out" wall /bin/true)" "2 1"
check "refuses to count instructions under KVM" \
	"$(ACCEL=kvm end_of scripts/boot.sh "$LAB_BUILD" "$LAB_BUILD/out" \
		instructions /bin/true)" "2 1"
check "refuses to show what was not measured" \
	"$(end_of scripts/evidence.sh)" "2 1"

check "refuses to package without a configuration" \
	"$(end_of scripts/package.sh next /no-such-config)" "2 1"

cat >"$LAB_BUILD/ktap" <<'END'
KTAP version 1
1..4
# guard-pool: because
ok 1 guard-pool survives-truncation: yes
ok 2 guard-pool tells-loss: no - a reason; died of SIGBUS
not ok 3 nofault-private survives-truncation: no - declared yes; died
ok 4 nofault-private tells-loss # SKIP no such kernel
END
check "marks what is not as declared" \
	"$(scripts/matrix.sh "$LAB_BUILD/ktap" | sed 's/  *$//')" \
"                    1  2
guard-pool          y  n
nofault-private     !  -
4 cases, 1 not as declared, 1 skipped; y yes, n no, - skipped, ! not as declared
 1 survives-truncation              2 tells-loss"
scripts/matrix.sh "$LAB_BUILD/ktap" >"$LAB_BUILD/matrix"
check "ends in 1 where one is not as declared" "$?" 1

journal() {
	printf '{"round":1,"cell":"InstructionClock.%s/guard-pool","error":null,"samples":{"instructions":[%s]},"noise":{}}\n' \
		"$1" "$2"
}
{ journal warm 30.0,28.0; journal lostPage 266.4; } >"$LAB_BUILD/one"
journal warm 29.0 >"$LAB_BUILD/two"
check "shows the least of the samples, one kernel a column" \
	"$(scripts/instructions.sh next="$LAB_BUILD/one" 2021="$LAB_BUILD/two" |
		tail -n +2)" \
"Instructions of an access of 8,294,400 bytes
                             next           2021
guard-pool                     28             29

Instructions of a lost page
                             next           2021
guard-pool                  266.4              -"

license=$(grep -L 'GPL-2.0' patches/*/*-selftests*.patch)
check "the kernel's new files carry the kernel's license" "$license" ""
exit $failed
