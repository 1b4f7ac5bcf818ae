#!/bin/sh
# SPDX-License-Identifier: MIT
# strategy_library_test.sh BUILD: strategies of a shared library, in every
# program that takes strategies; and what is refused, in one line, with 2.
set -u

build=$1
sources=$(dirname "$0")
main=$sources/../../main/c
guard=$sources/../../../shmguard
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/check.sh"

# compile SOURCE LIBRARY FLAG...
compile() {
	source=$1 library=$2
	shift 2
	${CC:-cc} -std=c11 -O2 -Wall -Wextra -fPIC -shared -pthread -I"$main" \
		-I"$guard" "$@" "$source" -o "$work/$library"
}

# The status and the number of lines of a program that should refuse.
refusal() {
	library=$1
	shift
	"$build/nofault-verify" --list "$@" >"$work/out" 2>"$work/err"
	echo "$? $(wc -l <"$work/err") $(grep -c "strategy_library=$library" \
		"$work/err") $(wc -l <"$work/out")"
}

# refuses REASON WORDS FLAG...: that an unusable library is refused and why.
refuses() {
	reason=$1 words=$2
	shift 2
	compile "$sources/strategies/unusable.c" unusable.so "$@"
	check "refuses $reason" \
		"$(refusal "$work/unusable.so" "--strategy-library=$work/unusable.so")" "2 1 1 0"
	check "says so" "$(grep -c -- "$words" "$work/err")" 1
}

echo "KTAP version 1"
echo "1..38"
compile "$sources/strategies/example.c" example.so "$guard/shmguard.c"
check "builds the example from the headers alone" "$?" 0
example="--strategy-library=$work/example.so"

check "lists it behind the suite's own" \
	"$("$build/nofault-verify" --list "$example" | grep ^strategy | tail -n 1)" \
	"strategy example-shmguard"
"$build/nofault-verify" --strategy example-shmguard --recoveries 200 \
	--strategy-library "$work/example.so" >"$work/out" 2>&1
check "verifies it as declared" "$? $(grep -c '^not ok' "$work/out")" "0 0"
check "tries each property of it" "$(grep -c '^ok .* example-shmguard ' "$work/out")" \
	"$("$build/nofault-verify" --list | grep -c ^property)"
"$build/nofault-pair" "$example" --a guard-huge-tail --b example-shmguard \
	--pool-bytes 65536 --measure-ms 20 >"$work/out" 2>&1
check "measures it beside the suite's own" "$? $(grep -c ^cycle "$work/out" |
	sed 's/^[1-9][0-9]*$/some/')" "0 some"
"$build/nofault-faultpath" "$example" --strategy example-shmguard \
	--measurement recovery --pool-bytes 65536 --batches 1 >"$work/out" 2>&1
check "times its recovery" "$? $(grep -c ^batch "$work/out")" "0 1"
check "counts an access of it" "$("$build/nofault-count" "$example" --any-clock \
	--strategy=example-shmguard --bytes=65536 |
	grep -c "^count	example-shmguard	warm	65536	")" 1

check "refuses a file that is not there" \
	"$(refusal "$work/none.so" --strategy-library "$work/none.so")" "2 1 1 0"
check "refuses a library without a name" \
	"$(refusal "" --strategy-library)" "2 1 1 0"
echo "no library" >"$work/text.so"
check "refuses a file that is no library" \
	"$(refusal "$work/text.so" --strategy-library "$work/text.so")" "2 1 1 0"
mkfifo "$work/fifo.so"
check "refuses what is no file" \
	"$(refusal "$work/fifo.so" --strategy-library "$work/fifo.so")" "2 1 1 0"
check "refuses the same strategy twice" \
	"$(refusal "$work/example.so" "$example" "$example")" "2 1 1 0"
check "does not know it unless it is loaded" \
	"$("$build/nofault-pair" --a guard-pool --b example-shmguard \
		>/dev/null 2>&1; echo $?)" 2
refuses "a library without the symbol" "symbol=nofault_strategies" -DNO_SYMBOL
refuses "another ABI" "abi=2, expected=1" -DABI=2
refuses "structures of another size" "strategy_bytes=8, expected=" -DBYTES=8
refuses "more strategies than there are" "count=4000000000" -DCOUNT=4000000000u
refuses "strategies that lie elsewhere" "count=2" "-DARRAY=(const void *)8"
refuses "the id of another strategy" "id=guard-pool" '-DID="guard-pool"'
refuses "an id that is no id" "id=Bad_Id" '-DID="Bad_Id"'
refuses "control characters" "strategy=usable" '-DNAME="\033[2J"'
refuses "a property that there is not" "property=flies" '-DPROPERTY="flies"'
refuses "a lack without a reason" "property=tells-loss" '-DWHY=""'
refuses "a family that there is not" "family=9" -DFAMILY=9
refuses "a strategy that maps nothing" "map, unmap and access" -DMAP=NULL
compile "$sources/strategies/unusable.c" unusable.so
check "accepts the same library without a fault" \
	"$("$build/nofault-verify" "--strategy-library=$work/unusable.so" --list |
		grep -c "usable$")" 2
exit $failed
