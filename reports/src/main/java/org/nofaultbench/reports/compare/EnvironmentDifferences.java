// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.CpuShare;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.Suite;

/**
 * In what two runs' machines and builds differ. A difference matters if it can move a figure although nobody changed what is
 * measured. What a comparison is usually between, the suite's commit and its library, is listed and does not matter; neither
 * does what was unknown to one of the two, for then nobody knows that it differs.
 */
public final class EnvironmentDifferences {

    /** Of all processors' time; a quiet machine shows less than one. */
    private static final double MOST_APART_PERCENT = 5;

    /** Text of a fact that a run could not read. */
    public static final String UNKNOWN = "unknown";

    /**
     * One fact that is not the same in both runs.
     *
     * @param name such as {@code kernel build id}
     * @param base what it was in the run that is compared with, or {@link #UNKNOWN}
     * @param next what it is in the other
     * @param matters whether it can move a figure by itself
     */
    public record Difference(String name, String base, String next, boolean matters) {}

    private final Run base;
    private final Run next;
    private final List<Difference> found = new ArrayList<>();

    private EnvironmentDifferences(Run base, Run next) {
        this.base = base;
        this.next = next;
    }

    /** Those that matter first, otherwise in the order of a description of the machine. */
    public static List<Difference> between(Run base, Run next) {
        List<Difference> all = new EnvironmentDifferences(base, next).all();
        List<Difference> sorted =
                new ArrayList<>(all.stream().filter(Difference::matters).toList());
        all.stream().filter(difference -> !difference.matters()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    private List<Difference> all() {
        addCpu();
        addMemory();
        addKernel();
        addSoftware();
        addBuild();
        addConditions();
        return found;
    }

    private void addCpu() {
        matters("CPU", cpu(Environment.Cpu::model));
        matters("architecture", cpu(Environment.Cpu::architecture));
        matters("microcode", cpu(Environment.Cpu::microcode));
        matters("logical CPUs", cpu(Environment.Cpu::logicalCpus));
        matters("physical cores", cpu(Environment.Cpu::physicalCores));
        matters("SMT", cpu(Environment.Cpu::smt));
        addEach("cache ", cpu(Environment.Cpu::caches));
        matters("frequency governor", cpu(Environment.Cpu::governor));
        addEach("mitigation ", cpu(Environment.Cpu::mitigations));
    }

    private void addMemory() {
        matters("page size", memory(Environment.Memory::pageBytes));
        matters("huge pages", memory(Environment.Memory::thp));
        matters("huge pages of shared memory", memory(Environment.Memory::thpShmem));
        matters("huge zero page", memory(Environment.Memory::hugeZeroPage));
        matters("overcommit", memory(Environment.Memory::overcommit));
        // The same module shows a few pages more or less at every boot.
        listed("memory", memory(Environment.Memory::totalBytes));
    }

    private void addKernel() {
        matters("kernel", kernel(Environment.Kernel::release));
        matters("kernel version", kernel(Environment.Kernel::version));
        matters("kernel build id", kernel(Environment.Kernel::buildId));
        matters("kernel command line", kernel(Environment.Kernel::cmdline));
        // No hypervisor is a fact, unless nothing is known of the kernel at all.
        matters("hypervisor", kernel(kernel -> Objects.requireNonNullElse(kernel.hypervisor(), "none")));
        // Every boot has a memory layout of its own; rounds of one boot cannot average over it.
        listed("boot", kernel(Environment.Kernel::bootId));
    }

    private void addSoftware() {
        matters("JVM", jvm(Environment.Jvm::vm));
        matters("JVM version", jvm(Environment.Jvm::version));
        matters("JVM vendor", jvm(Environment.Jvm::vendor));
        matters("fork arguments", jvm(Environment.Jvm::forkArguments));
        matters("libc", part(Environment::toolchain, Environment.Toolchain::libc));
        matters("compiler", part(Environment::toolchain, Environment.Toolchain::compiler));
    }

    private void addBuild() {
        matters("instruction set", suite(Suite::instructionSet));
        listed("library", suite(Suite::librarySha256));
        listed(
                "suite",
                suite(suite ->
                        suite.version() + ", commit " + suite.commit() + (suite.modified() ? " with changes" : "")));
        listed("machine label", run -> run.environment().machine());
    }

    /** What else the machine did: a run beside a build is slower in every row, and no statistics tell that from a change. */
    private void addConditions() {
        addShare("processor time of other programs", Noise::otherBusyMs);
        addShare("processor time stolen by the host", Noise::stealMs);
    }

    private void addShare(String name, Function<Noise, Long> milliseconds) {
        Optional<Double> was = new CpuShare(base).percent(milliseconds);
        Optional<Double> is = new CpuShare(next).percent(milliseconds);
        if (was.isPresent() && is.isPresent() && Math.abs(was.get() - is.get()) > MOST_APART_PERCENT) {
            found.add(new Difference(name, Math.round(was.get()) + "%", Math.round(is.get()) + "%", true));
        }
    }

    private void matters(String name, Function<Run, ?> fact) {
        add(name, fact, true);
    }

    private void listed(String name, Function<Run, ?> fact) {
        add(name, fact, false);
    }

    private void add(String name, Function<Run, ?> fact, boolean matters) {
        Object was = fact.apply(base);
        Object is = fact.apply(next);
        if (!Objects.equals(was, is)) {
            found.add(new Difference(name, text(was), text(is), matters && was != null && is != null));
        }
    }

    private <T> void addEach(String prefix, Function<Run, Map<String, T>> facts) {
        TreeSet<String> names = new TreeSet<>();
        List.of(base, next).forEach(run -> names.addAll(known(facts.apply(run)).keySet()));
        names.forEach(
                name -> matters(prefix + name, run -> known(facts.apply(run)).get(name)));
    }

    private static <T> Map<String, T> known(Map<String, T> facts) {
        return facts == null ? Map.of() : facts;
    }

    private static String text(Object value) {
        return value == null ? UNKNOWN : value.toString();
    }

    private static <T> Function<Run, T> cpu(Function<Environment.Cpu, T> fact) {
        return part(Environment::cpu, fact);
    }

    private static <T> Function<Run, T> memory(Function<Environment.Memory, T> fact) {
        return part(Environment::memory, fact);
    }

    private static <T> Function<Run, T> kernel(Function<Environment.Kernel, T> fact) {
        return part(Environment::kernel, fact);
    }

    private static <T> Function<Run, T> jvm(Function<Environment.Jvm, T> fact) {
        return part(Environment::jvm, fact);
    }

    private static <T> Function<Run, T> suite(Function<Suite, T> fact) {
        return run -> fact.apply(run.manifest().suite());
    }

    private static <P, T> Function<Run, T> part(Function<Environment, P> part, Function<P, T> fact) {
        return run ->
                Optional.ofNullable(part.apply(run.environment())).map(fact).orElse(null);
    }
}
