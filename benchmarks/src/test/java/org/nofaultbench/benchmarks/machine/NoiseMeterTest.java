// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.NoiseBuilder;

/** A machine that is a folder of texts. */
class NoiseMeterTest {

    @TempDir
    Path root;

    private NoiseMeter meter() {
        return new NoiseMeter(new KernelFiles(root));
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void cpuTimes(int user, int steal, int own) throws IOException {
        file("proc/stat", "cpu  " + user + " 0 0 0 0 0 0 " + steal + " 0 0\n");
        file("proc/self/stat", "42 (java) S 1 42 42 0 -1 4194560 100 200 3 4 " + own + " 0 0 0 20 0 1 0 5 6 7\n");
    }

    @Test
    void tellsWhatOthersUsedFromWhatTheForkUsed() throws IOException {
        cpuTimes(100, 1, 50);
        NoiseMeter.Reading before = meter().read();
        cpuTimes(160, 4, 90);

        Noise noise = meter().since(before, 7L, 2L);

        assertThat(noise.otherBusyMs()).isEqualTo(200);
        assertThat(noise.stealMs()).isEqualTo(30);
        assertThat(noise.involuntarySwitches()).isEqualTo(7);
        assertThat(noise.majorFaults()).isEqualTo(2);
    }

    @Test
    void countsEveryCpuAndPackageThatWasThrottled() throws IOException {
        String cpus = "sys/devices/system/cpu/";
        file(cpus + "cpu0/thermal_throttle/core_throttle_count", "5\n");
        file(cpus + "cpu1/thermal_throttle/core_throttle_count", "1\n");
        file(cpus + "cpu1/thermal_throttle/package_throttle_count", "0\n");
        file(cpus + "cpufreq/thermal_throttle/core_throttle_count", "999\n");
        NoiseMeter.Reading before = meter().read();
        file(cpus + "cpu1/thermal_throttle/core_throttle_count", "3\n");
        file(cpus + "cpu1/thermal_throttle/package_throttle_count", "1\n");

        assertThat(meter().since(before, null, null).throttleEvents()).isEqualTo(3);
    }

    @Test
    void takesTheFrequencyOfTheCpuThatIsNotIdle() throws IOException {
        file("proc/cpuinfo", "cpu MHz\t\t: 2000.000\n");
        file("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "800000\n");
        file("sys/devices/system/cpu/cpu1/cpufreq/scaling_cur_freq", "3700000\n");

        assertThat(meter().since(meter().read(), null, null).cpuMhz()).isEqualTo(3700);
    }

    @Test
    void believesCpuinfoOnBareMetalOnly() throws IOException {
        file("proc/cpuinfo", "cpu MHz\t\t: 2596.144\ncpu MHz\t\t: 3100.5\nflags\t\t: fpu\n");
        assertThat(meter().since(meter().read(), null, null).cpuMhz()).isEqualTo(3101);

        file("proc/cpuinfo", "cpu MHz\t\t: 2596.144\nflags\t\t: fpu hypervisor\n");
        assertThat(meter().since(meter().read(), null, null).cpuMhz()).isNull();
    }

    @Test
    void saysNothingWhereTheKernelSaysNothing() {
        assertThat(meter().since(meter().read(), null, null))
                .isEqualTo(NoiseBuilder.builder().build());
    }
}
