#!/bin/sh
# SPDX-License-Identifier: MIT
# steps.sh STEP...: what the guest does, one after the other. /suite is what
# suite.sh has built, /mnt the folder that is brought back. LAB_MACHINE is what
# results call the machine.
set -eu

cd /suite
machine=${LAB_MACHINE:?}
# What is measured runs in C and in forks; a second compiler costs an emulated CPU
# more than it saves.
java() {
	command java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$@"
}

# Every C test of the suite but those that read a debugger's output.
ctests() {
	NOFAULT_CLIENT=/suite/nofault-client ./run_tests.sh "$machine" test/*_test \
		>/mnt/ctests.txt 2>&1 || echo "lab: C tests failed" >&2
}

# The Java binding's tests but for those of its structure, which no kernel changes.
# Their child processes start in folders of their own.
binding() {
	(cd binding && java -cp "$PWD/classes:$PWD/test-classes:$PWD/jars/*" \
		org.junit.platform.console.ConsoleLauncher execute --disable-banner \
		--details=tree --disable-ansi-colors --exclude-classname='.*ArchitectureTest' \
		--scan-classpath="$PWD/test-classes") \
		>/mnt/binding.txt 2>&1 || echo "lab: tests of the binding failed" >&2
}

# Eight, but no more than half of the memory: one has 512 MiB where pages have
# 64 KiB. A file of two, mapped privately, takes four.
reserve_huge_pages() {
	awk '/^MemTotal:/ { total = $2 }
		/^Hugepagesize:/ { size = $2 }
		END { most = int(total / 2 / size); print most < 8 ? most : 8 }' \
		/proc/meminfo >/proc/sys/vm/nr_hugepages
}

# A property that is not as declared is a finding, and the matrix shows it.
verify() {
	reserve_huge_pages
	java -jar benchmarks.jar verify --native-only --results /mnt/results \
		--recoveries "${LAB_RECOVERIES:-200}" \
		>/mnt/verify.ktap.part || [ $? = 1 ]
	mv /mnt/verify.ktap.part /mnt/verify.ktap
}

# In real JMH forks: what the patches are about, and what they are compared with.
jmh() {
	java -jar benchmarks.jar run smoke --machine "$machine" --results /mnt/results \
		--only 'TruncationRecovery.*/(guard-pool|nofault-private)/'
}

count() {
	./nofault-count --loops >/mnt/loops.txt
	java -jar benchmarks.jar count --machine "$machine" --results /mnt/results
}

# A disk for swap, where the guest has a second one.
use_swap() {
	[ -b /dev/vdb ] || return 0
	mkswap /dev/vdb >/dev/null
	swapon /dev/vdb
}

# A filesystem without a page cache, where the guest has persistent memory.
use_dax() {
	[ -b /dev/pmem0 ] || return 0
	mkdir -p /tmp/dax
	{ mkfs.ext4 -q -b "$(getconf PAGESIZE)" /dev/pmem0 && mount -o dax /dev/pmem0 /tmp/dax; } ||
		echo "lab: no DAX: /dev/pmem0 cannot be mounted"
}

# Programs of the host's, as often as it says: NAME.N.out, and a line of NAME, N
# and how it ended.
programs_in() {
	use_swap
	use_dax
	round=1
	while [ "$round" -le "${LAB_REPEATS:-1}" ]; do
		echo "lab: $1, round $round"
		for program in "/mnt/$1"/*; do
			name=${program##*/}
			status=0
			(cd "/mnt/$1" && timeout "${LAB_PROGRAM_S:-300}" "./$name") \
				>"/mnt/$name.$round.out" 2>&1 || status=$?
			echo "$name $round $status" >>"/mnt/$1.status"
		done
		round=$((round + 1))
	done
}

for step in "$@"; do
	echo "lab: $step"
	case $step in
	ctests | binding | verify | jmh | count) "$step" ;;
	programs:*) programs_in "${step#programs:}" ;;
	*) echo "lab: unknown step: step=$step" >&2; exit 2 ;;
	esac
done
