#!/bin/sh
# SPDX-License-Identifier: MIT
# The library exports these functions and no other: exports_test.sh LIBRARY
set -eu
. "$(dirname "$0")/check.sh"

expected='nfb_client_command
nfb_client_start
nfb_client_stop
nfb_instruction_set
nfb_load_strategies
nfb_measure
nfb_nothing
nfb_plain_read
nfb_pool_attach
nfb_pool_detach
nfb_read
nfb_strategy_at
nfb_strategy_index'

actual=$(nm -D --defined-only "$1" | sed -n 's/.* T \([^@]*\).*/\1/p' | sort)

echo "KTAP version 1"
echo "1..1"
# shellcheck disable=SC2086 # words
check "the library exports what is listed and no more" "$(echo $actual)" \
	"$(echo $expected)"
exit $failed
