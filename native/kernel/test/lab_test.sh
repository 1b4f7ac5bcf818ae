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
echo "1..28"

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
check "changes no settings but the guest's" "$(end_of guest/race.sh)" "2 1"

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

printf 'a: ok x\t3\na: ok y\t3\nb: not ok z\t3\nc: ok v\t1\nnosigbus: ok n\t3\n' >"$LAB_BUILD/before"
printf 'a: ok x\t3\na: ok y\t3\nb: not ok z\t3\nc: ok v\t3\n' >"$LAB_BUILD/after"
check "counts selftests that vary, and those that fail on both kernels" \
	"$(scripts/count-selftests.sh 3 "$LAB_BUILD/before" "$LAB_BUILD/after"; echo "$?")" \
"3 runs on each kernel; results that are the same on both: 6 passed or skipped, 3 failed
fails on both: b: not ok z
varies: c: ok v: 1 on unpatched, 3 on next
0"
printf 'a: not ok y\t1\na: ok x\t3\n' >"$LAB_BUILD/after"
check "a selftest that failed once, and on the patched kernel alone, is a failure" \
	"$(scripts/count-selftests.sh 3 "$LAB_BUILD/before" "$LAB_BUILD/after" |
		grep differs)" \
"differs: a: not ok y: 0 on unpatched, 1 on next
differs: a: ok y: 3 on unpatched, 0 on next
differs: b: not ok z: 3 on unpatched, 0 on next"

refused=$(LAB_BUILD="$LAB_BUILD/a b" end_of scripts/lab.sh)
check "refuses a path with a space before anything is downloaded" \
	"$refused $(ls -d "$LAB_BUILD/a b" 2>/dev/null)" "2 1 "
check "refuses an unknown architecture" \
	"$(LAB_ARCH=vax end_of scripts/lab.sh)" "2 1"
check "refuses a Linux of which it knows no source" \
	"$(LAB_LINUX=1.0 end_of scripts/kernel.sh next)" "2 1"
check "every source is pinned by version and checksum" \
	"$(grep -v '^#' config/sources | grep -vcE '^[0-9.]+ [^ ]+ [0-9a-f]{64}$')" 0

# An archive that has moved on.
mkdir -p "$LAB_BUILD/bin" "$LAB_BUILD/apt/source"
printf '#!/bin/sh\nexit 100\n' >"$LAB_BUILD/bin/apt-get"
printf '#!/bin/sh\necho Version: 6.12.999-1\n' >"$LAB_BUILD/bin/apt-cache"
chmod +x "$LAB_BUILD/bin/apt-get" "$LAB_BUILD/bin/apt-cache"
pinned=$(sed -n 's/^6.12  *\([^ ]*\) .*/\1/p' config/sources)
said=$(PATH="$LAB_BUILD/bin:$PATH" scripts/source.sh 6.12 2>&1)
check "names the pinned source and the one on offer when the archive has moved on" \
	"$? $(echo "$said" | grep -o 'pinned=[^,;]*, offered=[^,;]*')" \
	"2 pinned=$pinned, offered=6.12.999-1"
echo "not the source" >"$LAB_BUILD/packages/linux-source-6.12_${pinned}_all.deb"
said=$(scripts/source.sh 6.12 2>&1)
check "takes no source whose checksum is another" \
	"$? $(echo "$said" | grep -o 'not the one that is pinned')" \
	"1 not the one that is pinned"

# A QEMU and a kernel that are scripts: what the guest says is ours to choose.
fake=$LAB_BUILD/fake
mkdir -p "$LAB_BUILD/tools/usr/bin" "$fake"
printf '#!/bin/sh\ncat "$1"\n' >"$fake/gen_init_cpio"
: >"$fake/image"
for machine in x86_64 aarch64; do
	cat >"$LAB_BUILD/tools/usr/bin/qemu-system-$machine" <<'END'
#!/bin/sh
echo "$*" >>"$FAKE_ARGUMENTS"
[ -z "${FAKE_S:-}" ] || exec sleep "$FAKE_S"
case "$*" in *"accel kvm"*) [ -z "${FAKE_KVM_S:-}" ] || exec sleep "$FAKE_KVM_S" ;; esac
for word in "$@"; do
	case $word in file:*) printf '%b' "$FAKE_CONSOLE" >"${word#file:}" ;; esac
done
exit "${FAKE_STATUS:-0}"
END
done
chmod +x "$fake/gen_init_cpio" "$LAB_BUILD"/tools/usr/bin/*
well='lab: the guest ends: status=0\n'

# boot CONSOLE NAME=VALUE...: the status of a boot, and what was said last.
boot() {
	console=$1
	shift
	: >"$LAB_BUILD/arguments"
	said=$(env FAKE_CONSOLE="$console" FAKE_ARGUMENTS="$LAB_BUILD/arguments" "$@" \
		scripts/boot.sh "$fake" "$LAB_BUILD/out" free A=1 /bin/true 2>&1)
	echo "$? $(echo "$said" | tail -n 1 | sed "s|$LAB_BUILD|BUILD|g")"
}

check "a guest that ends well is no failure" "$(boot "$well")" "0 "
check "a guest whose program fails is one" \
	"$(boot 'lab: the guest ends: status=3\n')" \
	"1 kernel lab: the guest's program failed: log=BUILD/out/console.log"
check "a kernel warning is a failure though the guest ends well" \
	"$(boot "[    1.0] WARNING: CPU: 0 PID: 1 at mm/memory.c:1\n$well")" \
	"1 kernel lab: the kernel complained: said='[    1.0] WARNING: CPU: 0 PID: 1 at mm/memory.c:1', log=BUILD/out/console.log"
check "an Oops is a failure" \
	"$(boot '[    1.0] Oops: 0000 [#1]\n')" \
	"1 kernel lab: the kernel complained: said='[    1.0] Oops: 0000 [#1]', log=BUILD/out/console.log"
check "what else the kernel warns of is no failure" \
	"$(boot "[    0.1] RETBleed: WARNING: no mitigation\\n$well")" "0 "
check "a hang is called a hang" "$(boot "$well" FAKE_S=60 LAB_LIMIT_S=1)" \
	"1 kernel lab: the guest hung and was ended: limitS=1, log=BUILD/out/console.log"
check "a QEMU that fails is no hang" "$(boot "" FAKE_STATUS=1)" \
	"1 kernel lab: QEMU failed: status=1, log=BUILD/out/qemu.log"
check "the kernel is told to end at a warning, and the CPU is a named one" \
	"$(grep -c panic_on_warn=1 "$LAB_BUILD/arguments") $(grep -c 'cpu max' "$LAB_BUILD/arguments")" \
	"1 0"
boot "$well" ACCEL=kvm >/dev/null
check "KVM is used after a trial boot that ends" \
	"$(cat "$LAB_BUILD/out/accelerator") $(grep -c 'accel kvm' "$LAB_BUILD/arguments")" "kvm 2"
boot "$well" ACCEL=kvm FAKE_KVM_S=60 LAB_TRIAL_S=1 >/dev/null
check "a trial boot under KVM that hangs means emulation" \
	"$(cat "$LAB_BUILD/out/accelerator") $(grep -c 'accel tcg' "$LAB_BUILD/arguments")" "tcg 1"

# What the root of a guest lacks: first the one that starts the programs.
printf '#!/bin/sh\nexit 127\n' >"$LAB_BUILD/bin/xargs"
chmod +x "$LAB_BUILD/bin/xargs"
said=$(PATH="$LAB_BUILD/bin:$PATH" ../src/test/c/run_tests.sh here /bin/true 2>/dev/null)
check "a test program that was not run has failed" "$? $(echo "$said" | tail -n 1)" \
	"1 C tests (here): 0 passed, 1 failed, 0 skipped"

license=$(grep -L 'GPL-2.0' patches/*/*-selftests*.patch)
check "the kernel's new files carry the kernel's license" "$license" ""
exit $failed
