#!/bin/sh
# SPDX-License-Identifier: MIT
# Every patch under patches/ through the checkpatch.pl of its own kernel.
set -eu
. "$(dirname "$0")/common.sh"

status=0
for patch in "$lab"/patches/*/*.patch; do
	case $patch in
	*/0000-*) continue ;;
	*/next-7.3/*) version=7.3 ;;
	*) version=6.12 ;;
	esac
	source=$("$lab/scripts/source.sh" "$version")
	# Selftests need no entry of their own in MAINTAINERS: mm/ has one. The
	# sign-off is the sender's.
	perl "$source/scripts/checkpatch.pl" -q --strict --no-tree --no-signoff \
		--ignore FILE_PATH_CHANGES "$patch" 2>/dev/null || {
		echo "checkpatch: patch=${patch#"$lab"/}"
		status=1
	}
done
[ "$status" = 1 ] || echo "checkpatch --strict: no error, no warning, no check"
exit "$status"
