# SPDX-License-Identifier: MIT
# For the tests in shell: check SENTENCE ACTUAL EXPECTED prints a case of KTAP;
# the test ends with `exit $failed`.
# shellcheck shell=sh disable=SC2034 # the test exits with it
failed=0
number=0

check() {
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $number $1"
	else
		echo "# actual=$2, expected=$3"
		echo "not ok $number $1"
		failed=1
	fi
}
