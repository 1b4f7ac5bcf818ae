// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class KernelPageTest {

    @Test
    void isAsLongAsGetconfSays() throws IOException {
        Process getconf = new ProcessBuilder("getconf", "PAGESIZE").start();
        String said = new String(getconf.getInputStream().readAllBytes()).strip();

        assertThat(said).isEqualTo(Integer.toString(KernelPage.BYTES));
    }
}
