// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes in hexadecimal. Every part is closed by a zero byte or its length, so that no two lists of parts are hashed alike. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    static String of(Object... parts) {
        Sha256 hash = new Sha256();
        for (Object part : parts) {
            hash.add(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        }
        return hash.hex();
    }

    Sha256 add(byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
