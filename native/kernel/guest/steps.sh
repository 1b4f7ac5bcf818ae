#!/bin/sh
# SPDX-License-Identifier: MIT
# steps.sh REPOSITORY STEP...: what the guest does, one after the other. /mnt is
# the folder that is brought back.
set -eu

repository=$1
shift
cd "$repository"
jar=benchmarks/target/benchmarks.jar

# A property that is not as declared is a finding, and the matrix shows it.
verify() {
	java -jar "$jar" verify --native-only --results /mnt/results \
		--recoveries "${LAB_RECOVERIES:-200}" \
		>/mnt/verify.ktap.part || [ $? = 1 ]
	mv /mnt/verify.ktap.part /mnt/verify.ktap
}

# In real JMH forks: what the patches are about, and what they are compared with.
jmh() {
	java -jar "$jar" run smoke --machine emulated --results /mnt/results \
		--only 'TruncationRecovery.*/(guard-pool|nofault-private)/'
}

count() {
	java -jar "$jar" count --machine emulated --results /mnt/results
}

# The kernel's own tests, and the fuzz: programs that lab.sh has built.
programs_in() {
	for program in "/mnt/$1"/*; do
		name=${program##*/}
		status=0
		(cd "/mnt/$1" && timeout "${LAB_PROGRAM_S:-300}" "./$name") \
			>"/mnt/$name.out" 2>&1 || status=$?
		echo "$name $status" >>"/mnt/$1.status"
	done
}

for step in "$@"; do
	echo "lab: $step"
	case $step in
	verify | jmh | count) "$step" ;;
	programs:*) programs_in "${step#programs:}" ;;
	*) echo "lab: unknown step: step=$step" >&2; exit 2 ;;
	esac
done
