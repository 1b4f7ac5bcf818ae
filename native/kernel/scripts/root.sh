#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the root of a guest of another architecture, of Debian's packages of this
# machine's release: unpacked, so no root rights, nothing installed, and no
# maintainer script run. It is also what the suite is compiled against. Prints
# where; for this machine's own architecture the root is "/".
set -eu
. "$(dirname "$0")/common.sh"

if [ -z "$cross" ]; then
	echo /
	exit 0
fi
wanted="default-jre-headless libc6-dev libc-bin libwayland-server0 libpixman-1-0 dash
coreutils findutils sed grep mawk util-linux mount"
root=$build/root/$arch
log=$build/root.log
if [ "$(cat "$root.done" 2>/dev/null)" = "$wanted" ]; then
	echo "$root"
	exit 0
fi

"$lab/scripts/apt.sh" "$arch" update >"$log" 2>&1 ||
	fail "package lists cannot be downloaded: arch=$arch; see $log"
# shellcheck disable=SC2086
packages=$("$lab/scripts/apt.sh" "$arch" get -s --no-install-recommends install \
	$wanted 2>>"$log" | awk '/^Inst/ { print $2 }')
[ -n "$packages" ] ||
	fail "the release does not have: arch=$arch, packages=$wanted; see $log"

say "root: getting $(echo "$packages" | wc -l) packages of $arch"
rm -rf "$root" "$root.packages"
# As after a fresh installation, /bin and the others are links.
mkdir -p "$root.packages" "$root/usr"
for folder in bin sbin lib; do
	mkdir "$root/usr/$folder"
	ln -s "usr/$folder" "$root/$folder"
done
# shellcheck disable=SC2086
(cd "$root.packages" && "$lab/scripts/apt.sh" "$arch" get download $packages) \
	>>"$log" 2>&1 || fail "packages cannot be downloaded; see $log"
for package in "$root.packages"/*.deb; do
	dpkg-deb --fsys-tarfile "$package" |
		tar -x --keep-directory-symlink --no-same-owner -C "$root"
done
rm -rf "$root.packages"
# What maintainer scripts would have made, and where the guest's init mounts.
for folder in proc sys dev tmp var/tmp mnt suite etc; do
	mkdir -p "$root/$folder"
done
ln -s dash "$root/usr/bin/sh" 2>/dev/null || true
ln -s mawk "$root/usr/bin/awk" 2>/dev/null || true
for java in "$root"/usr/lib/jvm/*/bin/java; do
	ln -sf "${java#"$root"}" "$root/usr/bin/java"
done
printf 'root:x:0:0:root:/tmp:/bin/sh\n' >"$root/etc/passwd"
printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
printf '%s\n' "$wanted" >"$root.done"
say "root: unpacked, $(du -sm "$root" | cut -f1) MB"
echo "$root"
