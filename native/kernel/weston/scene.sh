#!/bin/sh
# SPDX-License-Identifier: MIT
# scene.sh PAIR-FOLDER ROOT PROTECTION UNIT FRAMES [CLIENT]: what the guest runs.
# /mnt is the folder that is brought back. Runs as well on a machine, as root,
# with OUT=FOLDER in the environment.
set -eu

pair=$1
root=$2
protection=$3
unit=$4
frames=$5
out=${OUT:-/mnt}
# What an emulated CPU takes is no time.
[ "$unit:${LAB_MACHINE:-}" != ns:emulated ] || unit=none
weston=$pair/weston-build

for libraries in "$root"/usr/lib/*-linux-*; do :; done
XDG_RUNTIME_DIR=$(mktemp -d)
chmod 700 "$XDG_RUNTIME_DIR"
LD_LIBRARY_PATH=$pair/installed/lib:$weston/libweston:$weston/libweston-desktop
LD_LIBRARY_PATH=$LD_LIBRARY_PATH:$weston/compositor:$libraries
XKB_CONFIG_ROOT=$root/usr/share/X11/xkb
[ -d "$XKB_CONFIG_ROOT" ] || XKB_CONFIG_ROOT=/usr/share/X11/xkb
WESTON_MODULE_MAP="headless-backend.so=$weston/libweston/backend-headless/headless-backend.so;"
WESTON_MODULE_MAP="${WESTON_MODULE_MAP}scene-shell.so=$pair/scene/scene-shell.so;"
SCENE_WESTON=$weston/compositor/weston
SCENE_CONFIG=$(cd "$(dirname "$0")" && pwd)/scene/weston.ini
export XDG_RUNTIME_DIR LD_LIBRARY_PATH XKB_CONFIG_ROOT WESTON_MODULE_MAP
export SCENE_WESTON SCENE_CONFIG
[ "$protection" != none ] || export SCENE_PRELOAD="$pair/scene/no-guard.so"
[ -z "${6:-}" ] || export SCENE_CLIENT="$6"

: >"$out/scene.jsonl"
# A result that is not as expected is a finding, and is shown.
"$pair/scene/nofault-scene" "$protection" "$unit" "$frames" \
	"$out/scene.jsonl" >"$out/scene.ktap" 2>"$out/weston.log" ||
	[ $? = 1 ]
# libwayland's tests of the patch, on this kernel.
if [ "$protection" = nosigbus ]; then
	"$pair/wayland-build/tests/shm-test" >"$out/shm-test.log" 2>&1 ||
		echo "failed" >>"$out/shm-test.log"
fi
rm -rf "$XDG_RUNTIME_DIR"
