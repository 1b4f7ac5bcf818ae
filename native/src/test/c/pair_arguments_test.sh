#!/bin/sh
# SPDX-License-Identifier: MIT
# pair_arguments_test.sh PROGRAM: what nofault-pair refuses, each in one line
# that says what it was, with status 2; and the head of what it prints.
set -u
program=$1
. "$(dirname "$0")/check.sh"

# refuses SENTENCE WORD ARGUMENT...
refuses() {
	sentence=$1 word=$2
	shift 2
	line=$("$program" "$@" 2>&1 >/dev/null)
	status=$?
	lines=$(printf '%s\n' "$line" | wc -l)
	case $line in *"$word"*) found=1 ;; *) found=0 ;; esac
	check "$sentence" "$status $lines $found" "2 1 1"
}

echo "KTAP version 1"
echo "1..10"
refuses "refuses a strategy that is not there" strategy=guard-poll --a guard-poll
refuses "refuses a pair without its first side" "--a" --b guard-pool
refuses "refuses a measurement that is not there" "use one of read" \
	--a guard-pool --measure warm
refuses "refuses another loop where it reads by one" read_loop=copy \
	--a guard-pool --measure latency --read-loop copy
refuses "refuses a region where it reads the whole" measure=recovery \
	--a guard-pool --measure recovery --region 0,4096,1,4096,0,0
refuses "refuses a pool that is no whole chunks" pool_bytes=5000 \
	--a guard-pool --measure attack --pool-bytes 5000
refuses "refuses more processes than sides" processes=3 \
	--a guard-pool --b guard-tail --processes 3
refuses "does not ask for what a strategy would die of" "would die" \
	--a guard-pool --b unguarded-shared --measure recovery
refuses "keeps handlers of their own apart" "a process each" \
	--a guard-pool --b guard-list --processes 1
head=$("$program" --a guard-pool --pool-bytes 4096 --measure-ms 0 | head -n 1)
check "says what it measures and where" \
	"$(echo "$head" | grep -cE '^nofault-pair 1 a=guard-pool b=- seed=1 .* measure=read processes=1 reader_cpu=[0-9]+ client_cpu=[0-9]+$')" 1
exit $failed
