#!/bin/sh
# SPDX-License-Identifier: MIT
# The tests of the Java binding in the guest, on `next` unless LAB_KERNEL names
# another. Not a step of lab.sh: they start some eighty JVMs, each of which takes
# seconds on an emulated CPU.
set -eu
. "$(dirname "$0")/common.sh"

"$lab/scripts/tools.sh"
suite=$("$lab/scripts/suite.sh")
kernel=${LAB_KERNEL:-next}
folder=$("$lab/scripts/kernel.sh" "$(name_of "$kernel")" "$(variant_of "$kernel")")
out=$build/out/$arch/binding-$kernel
objects=$build/suite-objects/$arch
log=$build/suite.log

binding=$suite/binding
mkdir -p "$binding/target/c"
(cd "$repository" && nice -n 5 ./mvnw -q -DskipTests -DskipC -pl native \
	test-compile dependency:copy-dependencies -DoutputDirectory="$binding/jars") \
	>>"$log" 2>&1 || fail "the binding's tests do not compile; see $log"
cp -R "$repository/native/target/classes" "$repository/native/target/test-classes" \
	"$binding/"
cp -R "$objects/resources/." "$binding/classes/"
cp "$objects/example-strategy.so" "$binding/target/c/"

rm -rf "$out"
say "binding on $kernel: testing"
LAB_LIMIT_S=${LAB_LIMIT_S:-5400} "$lab/scripts/boot.sh" "$folder" "$out" free \
	/suite/steps.sh binding
cat "$out/binding.txt"
printf '%s %s: ' "$arch" "$kernel"
awk '/\[ .* tests / { n[$4] = $2 } END {
	printf "Java binding: %d passed, %d failed, %d skipped\n",
		n["successful"], n["failed"], n["skipped"] + n["aborted"]
	exit n["failed"] > 0 || n["successful"] == 0 }' "$out/binding.txt"
