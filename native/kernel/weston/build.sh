#!/bin/sh
# SPDX-License-Identifier: MIT
# build.sh PAIR: libwayland and weston, "today" as Debian has them or "patched"
# with the patches of this folder, and the programs of the scene for them.
# Prints their folder. Of weston only what the scene runs is built: the
# compositor, its headless backend and libweston.
set -eu
. "$(dirname "$0")/../scripts/common.sh"

pair=${1:?today or patched}
here=$lab/weston
scene=$build/weston
root=$scene/root

case $pair in
today | patched) ;;
*) refuse "no such pair: pair=$pair; take today or patched" ;;
esac

"$here/packages.sh"

patches() {
	[ "$pair" = today ] || ls "$here/patches/$1"/*.patch
}

identity() {
	gcc --version
	# shellcheck disable=SC2046
	cat "$here/build.sh" "$here/sources.sha256" $(patches wayland) \
		$(patches weston)
}

folder=$scene/$pair-$(identity | short_hash)

# The unpacked packages come first, wherever they are looked for.
multiarch=$(gcc -print-multiarch)
libraries=$root/usr/lib/$multiarch
PATH=$root/usr/bin:$PATH
LIBRARY_PATH=$libraries
LD_LIBRARY_PATH=$libraries
C_INCLUDE_PATH=$root/usr/include
PKG_CONFIG_PATH=$folder/installed/lib/pkgconfig:$libraries/pkgconfig
PKG_CONFIG_PATH=$PKG_CONFIG_PATH:$root/usr/share/pkgconfig
PYTHONPATH=$root/usr/lib/python3/dist-packages
export PATH LIBRARY_PATH LD_LIBRARY_PATH C_INCLUDE_PATH PKG_CONFIG_PATH PYTHONPATH
[ ! -x "$root/usr/bin/python3" ] || export PYTHONHOME="$root/usr"
python=$(command -v "$root/usr/bin/python3" /usr/bin/python3 | head -n 1)

meson() {
	"$python" "$(command -v meson)" "$@"
}

# What is done, quietly: the log has the rest.
step() {
	nice -n 5 "$@" >>"$folder/build.log" 2>&1 ||
		fail "the build failed: pair=$pair, step=$*; see $folder/build.log"
}

unpack() {
	mkdir -p "$folder/$1"
	step tar -xf "$scene/sources/$2.orig.tar.gz" --strip-components=1 \
		-C "$folder/$1"
	gzip -dc "$scene/sources/$2-1.diff.gz" |
		step patch -d "$folder/$1" -p1 -s
	for patch in $(patches "$1"); do
		patch -d "$folder/$1" -p1 -s --no-backup-if-mismatch \
			<"$patch" >&2 || fail "does not apply: patch=$patch"
	done
}

build_wayland() {
	unpack wayland wayland_1.21.0
	tests=$([ "$pair" = patched ] && echo true || echo false)
	step meson setup "$folder/wayland-build" "$folder/wayland" \
		--prefix "$folder/installed" --libdir lib -Dtests="$tests" \
		-Ddocumentation=false -Ddtd_validation=false
	step ninja -C "$folder/wayland-build" install
}

# libwayland's own tests; those of the patch among them.
test_wayland() {
	say "weston: running libwayland's tests"
	(cd "$folder/wayland-build" && XDG_RUNTIME_DIR=$folder \
		step meson test --no-rebuild)
	sed -n 's/^Ok: *\([0-9]*\).*/\1/p' "$folder/build.log" | tail -n 1 \
		>"$folder/tests-passed"
}

build_weston() {
	unpack weston weston_10.0.1
	set -- -Dbackend-default=headless -Dtools= -Dsimple-clients= \
		-Dbuildtype=debugoptimized
	for off in backend-drm backend-drm-screencast-vaapi backend-rdp \
		screenshare backend-wayland backend-x11 renderer-gl xwayland \
		systemd remoting pipewire shell-desktop shell-fullscreen \
		shell-ivi shell-kiosk color-management-lcms \
		color-management-colord launcher-logind image-jpeg image-webp \
		demo-clients resize-pool wcap-decode test-junit-xml \
		test-gl-renderer; do
		set -- "$@" "-D$off=false"
	done
	step meson setup "$folder/weston-build" "$folder/weston" "$@"
	step ninja -C "$folder/weston-build" compositor/weston \
		libweston/backend-headless/headless-backend.so \
		libweston-desktop/libweston-desktop-10.so.0.0.1
}

protocol() {
	name=$(basename "$1" .xml)
	step "$folder/installed/bin/wayland-scanner" client-header "$1" \
		"$folder/scene/$name-client.h"
	step "$folder/installed/bin/wayland-scanner" private-code "$1" \
		"$folder/scene/$name.c"
}

build_scene() {
	mkdir -p "$folder/scene"
	protocols=$(pkg-config --variable=pkgdatadir wayland-protocols)
	protocol "$protocols/stable/xdg-shell/xdg-shell.xml"
	protocol "$protocols/stable/presentation-time/presentation-time.xml"
	protocol "$folder/weston/protocol/weston-screenshooter.xml"
	warnings="-std=gnu11 -O2 -g -Wall -Wextra -Werror"
	weston=$folder/weston-build
	# shellcheck disable=SC2046,SC2086
	step gcc $warnings -I "$folder/scene" -o "$folder/scene/nofault-scene" \
		"$here"/scene/*.c "$folder"/scene/*.c \
		$(pkg-config --cflags --libs wayland-client) -pthread
	# shellcheck disable=SC2086
	step gcc $warnings -shared -fPIC -o "$folder/scene/no-guard.so" \
		"$here/plugins/no_guard.c"
	# shellcheck disable=SC2046,SC2086
	step gcc $warnings -Wno-unused-parameter -shared -fPIC \
		-isystem "$folder/weston/include" -isystem "$weston/include" \
		-isystem "$folder/weston/compositor" \
		-isystem "$folder/weston" -isystem "$weston" \
		-I "$here/scene" \
		$(pkg-config --cflags wayland-server pixman-1 xkbcommon) \
		-o "$folder/scene/scene-shell.so" "$here/plugins/shell.c" \
		-L "$weston/libweston-desktop" -lweston-desktop-10 \
		-L "$weston/libweston" -lweston-10
}

if [ ! -f "$folder/done" ]; then
	rm -rf "$folder"
	mkdir -p "$folder"
	say "weston: building the pair: pair=$pair"
	begin=$(date +%s)
	build_wayland
	[ "$pair" = today ] || test_wayland
	build_weston
	say "weston: built in $(($(date +%s) - begin)) s: pair=$pair"
	touch "$folder/done"
fi
build_scene
echo "$folder"
