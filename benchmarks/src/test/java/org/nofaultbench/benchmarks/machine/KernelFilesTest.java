// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts were captured with cat from an AMD EPYC guest under Linux 6.18; the locale of the tests has a decimal comma. */
class KernelFilesTest {

    @TempDir
    Path root;

    private KernelFiles files;

    @BeforeEach
    void useTheRoot() {
        files = new KernelFiles(root);
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsTheChosenOneInBrackets() throws IOException {
        file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");

        assertThat(files.choice("sys/kernel/mm/transparent_hugepage/enabled")).contains("madvise");
    }

    @Test
    void findsAValueBehindItsKey() throws IOException {
        file("proc/cpuinfo", "processor\t: 0\ncpu MHz\t\t: 2596.144\nmicrocode\t: 0xa101148\n");

        assertThat(files.value("proc/cpuinfo", "microcode")).contains("0xa101148");
        assertThat(files.value("proc/cpuinfo", "cpu")).isEmpty();
    }

    @Test
    void isEmptyWhereThereIsNoFileOrNoNumber() throws IOException {
        file("sys/x", "on\n");

        assertThat(files.text("sys/y")).isEmpty();
        assertThat(files.number("sys/x")).isEmpty();
        assertThat(files.folder("sys/none")).isEmpty();
    }

    @Test
    void countsBusyAndStolenTimeInMilliseconds() throws IOException {
        file("proc/stat", "cpu  100 20 30 4000 5 6 7 80 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\nctxt 12345\n");

        assertThat(NoiseMeter.CpuTimes.read(files)).contains(new NoiseMeter.CpuTimes(1630, 800));
    }

    @Test
    void countsItsOwnTimeBehindANameWithSpacesAndParentheses() throws IOException {
        file("proc/self/stat", "42 (a (b) c) S 1 42 42 0 -1 4194560 100 200 3 4 11 12 13 14 20 0 1 0 5 6 7\n");

        assertThat(NoiseMeter.CpuTimes.ownMs(files)).contains((11L + 12 + 13 + 14) * 10);
    }

    @Test
    void readsTheLoadWithADecimalPointInEveryLocale() throws IOException {
        file("proc/loadavg", "0.25 0.10 0.05 1/100 4242\n");

        assertThat(NoiseMeter.load1(files)).contains(0.25);
    }

    @Test
    void namesTheHypervisorByItsClock() throws IOException {
        file("proc/cpuinfo", "flags\t\t: fpu hypervisor lahf_lm\n");
        file("sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc kvm-clock acpi_pm\n");

        assertThat(Hypervisor.name(files)).contains("KVM");
    }

    @Test
    void saysThatACpuIsEmulatedAlsoWhereTheFirmwareIsThatOfAVirtualMachine() throws IOException {
        file("proc/cpuinfo", "model name\t: QEMU TCG CPU version 2.5+\nflags\t\t: fpu hypervisor\n");
        file("sys/class/dmi/id/sys_vendor", "QEMU\n");

        assertThat(Hypervisor.name(files)).contains(Hypervisor.EMULATED);
    }

    @Test
    void saysThatACpuIsEmulatedWhereTheKernelLabSaysSo() throws IOException {
        file("proc/cpuinfo", "model name\t: Intel Core Processor (Skylake, IBRS, no TSX)\nflags\t\t: fpu hypervisor\n");
        file("proc/cmdline", "console=ttyS0 nofault_lab=emulated\n");

        assertThat(Hypervisor.name(files)).contains(Hypervisor.EMULATED);
    }

    @Test
    void findsNoHypervisorOnBareMetal() throws IOException {
        file("proc/cpuinfo", "flags\t\t: fpu lahf_lm\n");

        assertThat(Hypervisor.name(files)).isEmpty();
    }

    @Test
    void keepsWhatNamesAMachineOutOfTheCommandLine() {
        assertThat(EnvironmentReader.withoutNames(
                        "console=ttyS0 ip=192.0.2.7::192.0.2.1 root=/dev/vda mitigations=off"))
                .isEqualTo("console=ttyS0 mitigations=off");
    }

    @Test
    void findsTheBuildIdAmongOtherNotes() {
        ByteBuffer notes = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        notes.putInt(5)
                .putInt(2)
                .putInt(1)
                .put("Xen\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[3]);
        notes.put(new byte[] {1, 2, 0, 0});
        notes.putInt(4).putInt(3).putInt(3).put("GNU\0".getBytes(StandardCharsets.US_ASCII));
        notes.put(new byte[] {(byte) 0xab, (byte) 0xcd, 0x01, 0});

        assertThat(KernelFiles.buildId(notes.array())).contains("abcd01");
    }

    @Test
    void findsNoBuildIdInNotesThatAreCutShort() {
        ByteBuffer notes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        notes.putInt(4).putInt(20).putInt(3).put("GNU\0".getBytes(StandardCharsets.US_ASCII));

        assertThat(KernelFiles.buildId(notes.array())).isEmpty();
        assertThat(KernelFiles.buildId(new byte[5])).isEmpty();
    }

    @Test
    void describesThisMachineWithoutItsName() throws IOException {
        var environment = new EnvironmentReader(KernelFiles.ofThisMachine())
                .read(java.util.Optional.empty(), java.util.List.of("-Xmx256m"));

        assertThat(environment.cpu().model()).isNotBlank();
        assertThat(environment.memory().pageBytes()).isGreaterThanOrEqualTo(4096);
        assertThat(environment.kernel().release()).isNotBlank();
        assertThat(environment.toString())
                .doesNotContain(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip() + ",");
    }
}
