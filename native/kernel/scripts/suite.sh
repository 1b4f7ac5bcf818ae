#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds what a guest sees as /suite: the jar, the client, the C tests and the
# steps. For another architecture the C is compiled against the guest's root, and
# the jar gets its library beside this machine's. Prints where.
set -eu
. "$(dirname "$0")/common.sh"

suite=$build/suite/$arch
objects=$build/suite-objects/$arch
log=$build/suite.log
root=$("$lab/scripts/root.sh")
use_tools

say "suite: building it for $arch"
compiler=cc
[ -z "$cross" ] || compiler="${cross}gcc --sysroot=$root"
tests=$(cd "$repository/native/src/test/c" && ls ./*_test.c |
	sed "s|^\./\(.*\)\.c\$|$objects/test/\1|")
mkdir -p "$objects"
# shellcheck disable=SC2086
nice -n 5 make -s -C "$repository/native" BUILD="$objects" \
	RESOURCES="$objects/resources" CC="$compiler" \
	resources $tests >"$log" 2>&1 ||
	fail "the C does not compile: arch=$arch; see $log"
# Of the guest, where the makefile asked this machine.
[ -z "$cross" ] || sed -i "s|^libc=.*|libc=$(grep -aom1 'Debian GLIBC [^)]*' \
	"$root/lib/$machine-linux-gnu/libc.so.6")|" \
	"$objects/resources/META-INF/nofault-native-build.properties"
# Always: a jar of another commit would sign what this one measures.
(cd "$repository" && nice -n 5 ./mvnw -q -Pbench -DskipTests -DskipC package) >>"$log" 2>&1 ||
	fail "the suite does not build; see $log"

rm -rf "$suite"
mkdir -p "$suite/test"
cp "$repository/benchmarks/target/benchmarks.jar" "$suite/"
[ -z "$cross" ] || jar --update --file "$suite/benchmarks.jar" \
	-C "$objects/resources" .
# shellcheck disable=SC2086
cp $tests "$suite/test/"
cp "$objects/nofault-client" "$objects/nofault-count" "$repository/native/src/test/c/run_tests.sh" \
	"$lab/guest/steps.sh" "$suite/"
echo "$suite"
