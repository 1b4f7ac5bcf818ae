// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's only script. The page's policy names its hash (Content Security Policy Level 3, section 2.3.1), so that no other
 * script runs, wherever a name from a result file might get to.
 */
public final class Script {

    private Script() {}

    public static String text() {
        return PageFile.text("page.js");
    }

    public static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash(text())
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }
}
