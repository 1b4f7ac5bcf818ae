// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NativeException;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Environment;

/** What about this machine bears on the figures, beside the strategies. */
public record Probes(KernelFiles files, Path results) {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final long CLIENT_BYTES = 1 << 16;
    private static final long TEMPORARY_BYTES = 64L << 20;
    private static final double BUSY_LOAD = 0.5;
    private static final String THP = "sys/kernel/mm/transparent_hugepage/";

    public List<Probe> all() {
        return List.of(
                Probe.ok("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.version")),
                compiler(),
                cpus(),
                load(),
                governor(),
                steal(),
                Hypervisor.name(files)
                        .map(name -> Probe.warning("hypervisor", name + "; say so beside every figure"))
                        .orElseGet(() -> Probe.ok("hypervisor", "none")),
                memory(),
                hugePages(),
                files.flag(THP + "use_zero_page").orElse(false)
                        ? Probe.ok("huge zero page", "on")
                        : Probe.notAvailable("huge zero page", "off or unknown to this kernel"),
                files.exists("sys/bus/event_source/devices/cpu")
                        ? Probe.ok("hardware counters", "the kernel has a PMU driver")
                        : Probe.notAvailable("hardware counters", "no PMU driver, as on most virtual machines"),
                container(),
                mountNamespaces(),
                fonts(),
                temporaryFolder(),
                resultsFolder());
    }

    /** One line that says why no client starts and draws here and what to try; empty where one does. */
    public static Optional<String> clientProblem(NofaultLibrary library) {
        try (Client client = Client.start(library, CLIENT_BYTES, false)) {
            client.draw(1);
            return Optional.empty();
        } catch (NativeException e) {
            return Optional.of("no client runs on this machine: reason=" + e.getMessage() + "; it needs memfd_create");
        }
    }

    /** Ends the command where no client runs, without which no strategy can be measured or proven; returns the library. */
    public static NofaultLibrary requireClient(NofaultLibrary library) {
        clientProblem(library).ifPresent(problem -> {
            throw new UserError(problem);
        });
        return library;
    }

    private Probe compiler() {
        Environment.Toolchain toolchain = BuildInfo.toolchain();
        return toolchain.compiler() == null
                ? Probe.warning("compiler", "the native build wrote nothing down; build with ./mvnw -Pbench")
                : Probe.ok("compiler", toolchain.compiler());
    }

    private Probe cpus() {
        int cpus = Runtime.getRuntime().availableProcessors();
        return cpus < 2
                ? Probe.warning("CPUs", "cpus=" + cpus + "; reader and client need one each, or fresh reads are not")
                : Probe.ok("CPUs", String.valueOf(cpus));
    }

    private Probe load() {
        return NoiseMeter.load1(files)
                .map(load ->
                        Probe.judge(load <= BUSY_LOAD, "load", "load1=" + load, "end what else runs before measuring"))
                .orElseGet(() -> Probe.notAvailable("load", "/proc/loadavg cannot be read"));
    }

    private Probe governor() {
        String file = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
        return files.text(file)
                .map(governor -> Probe.judge(
                        governor.equals("performance"),
                        "frequency governor",
                        governor,
                        "`cpupower frequency-set -g performance` steadies the figures"))
                .orElseGet(
                        () -> Probe.notAvailable("frequency governor", "the kernel does not set the frequency here"));
    }

    private Probe steal() {
        return NoiseMeter.CpuTimes.read(files)
                .map(times -> Probe.judge(
                        times.stealMs() * 100 <= times.busyMs(),
                        "steal time",
                        String.format(
                                Locale.ROOT,
                                "%.2f%% of the busy time since boot",
                                100.0 * times.stealMs() / Math.max(1, times.busyMs() + times.stealMs())),
                        "others use this host, measure when they do not"))
                .orElseGet(() -> Probe.notAvailable("steal time", "/proc/stat has no steal column"));
    }

    private Probe memory() {
        long availableBytes = files.memoryBytes("MemAvailable").orElse(0L);
        boolean isEnough = availableBytes >= NEEDED_BYTES;
        String needed = isEnough ? "" : ", neededBytes=" + NEEDED_BYTES;
        return Probe.judge(isEnough, "memory", "availableBytes=" + availableBytes + needed, "end what else runs");
    }

    private Probe hugePages() {
        return files.choice(THP + "enabled")
                .map(choice -> Probe.ok(
                        "transparent huge pages",
                        choice + ", shared memory: "
                                + files.choice(THP + "shmem_enabled").orElse("unknown")))
                .orElseGet(() -> Probe.notAvailable("transparent huge pages", "this kernel was built without them"));
    }

    /** As systemd, Docker and Podman mark one. */
    private Probe container() {
        boolean marked = files.exists("run/systemd/container")
                || files.exists(".dockerenv")
                || files.exists("run/.containerenv");
        return Probe.judge(
                !marked,
                "container",
                marked ? "it may refuse io_uring, namespaces and perf events" : "none",
                "the rows here say what it does");
    }

    /** Some properties are put to the test on a small filesystem of the experiment's own. */
    private static Probe mountNamespaces() {
        try {
            Process unshare = new ProcessBuilder("unshare", "-Urm", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return unshare.waitFor() == 0
                    ? Probe.ok("mount namespaces", "can be made")
                    : Probe.notAvailable(
                            "mount namespaces",
                            "refused, so that `verify` skips what needs a filesystem of its own; see"
                                    + " kernel.unprivileged_userns_clone");
        } catch (IOException e) {
            return Probe.notAvailable("mount namespaces", "unshare is missing; install util-linux");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probe.notAvailable("mount namespaces", "interrupted");
        }
    }

    /** AWT has many ways to fail without fonts, errors among them. */
    private static Probe fonts() {
        System.setProperty("java.awt.headless", "true");
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("x", new FontRenderContext(null, true, true));
            return Probe.ok("fonts", "charts can be drawn");
        } catch (RuntimeException | Error e) {
            return Probe.warning(
                    "fonts", "none, so that pages have no charts; install fontconfig and fonts-dejavu-core");
        }
    }

    private static Probe temporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long freeBytes = Files.getFileStore(folder).getUsableSpace();
            boolean isEnough = freeBytes >= TEMPORARY_BYTES && Files.isWritable(folder);
            return Probe.judge(
                    isEnough,
                    "temporary folder",
                    "folder=" + folder + ", freeBytes=" + freeBytes
                            + (isEnough ? "" : ", neededBytes=" + TEMPORARY_BYTES),
                    "free space there, or name another: -Djava.io.tmpdir=DIR");
        } catch (IOException e) {
            return Probe.warning(
                    "temporary folder", "cannot be read: folder=" + folder + "; name another: -Djava.io.tmpdir=DIR");
        }
    }

    private Probe resultsFolder() {
        Path folder = results.toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isWritable(folder)
                ? Probe.ok("results folder", results.toString())
                : Probe.warning("results folder", "cannot be written: folder=" + results + "; use --results");
    }

    /**
     * One finding about this machine.
     *
     * @param mark how bad it is, five characters
     * @param subject what was looked at
     * @param text what was found, and what to do where something can be done
     */
    public record Probe(String mark, String subject, String text) {

        public static Probe ok(String subject, String text) {
            return new Probe("[OK] ", subject, text);
        }

        public static Probe notAvailable(String subject, String reason) {
            return new Probe("[N/A]", subject, reason);
        }

        public static Probe warning(String subject, String text) {
            return new Probe("[!!] ", subject, text);
        }

        /** A warning where there is a problem. */
        public static Probe unless(Optional<String> problem, String subject, String text) {
            return problem.map(found -> warning(subject, found)).orElseGet(() -> ok(subject, text));
        }

        /** @param remedy what to do where it is not as it should be */
        static Probe judge(boolean isOk, String subject, String text, String remedy) {
            return isOk ? ok(subject, text) : warning(subject, text + "; " + remedy);
        }

        public String line() {
            return String.format(Locale.ROOT, "%s %-28s %s", mark, subject, text);
        }
    }
}
