// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.nofaultbench.reports.input.InputReader;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.RowKey;
import org.nofaultbench.reports.input.RowSelection;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Checks;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentKernelBuilder;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;

/** Makes rows of a store from what was measured: a run folder of this suite, or JMH files of any project. */
final class RunImport {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_CHARS = 12;
    private static final int YEARS = 9999;

    /**
     * A run and its forks.
     *
     * @param run its row
     * @param forks one row each
     */
    record Rows(StoredRun run, List<StoredFork> forks) {}

    /**
     * What JMH files do not hold.
     *
     * @param machine what the user calls it
     * @param started when they were measured
     * @param commit what was measured; empty where nobody said it
     */
    record JmhOrigin(String machine, Instant started, Optional<String> commit) {

        JmhOrigin {
            Checks.word(machine, "machine");
            commit.ifPresent(hash -> Checks.word(hash, "commit"));
        }
    }

    private RunImport() {}

    /** An instant, or a day, which begins at midnight in UTC. */
    static Instant instant(String text) {
        try {
            Instant instant = text.length() == "2026-11-30".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (instant.isBefore(Instant.EPOCH)
                    || instant.atZone(ZoneOffset.UTC).getYear() > YEARS) {
                throw new DateTimeException("out of range");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new InputException(
                    "no date",
                    "give a day such as 2026-11-30 or an instant such as 2026-11-30T20:00:00Z",
                    Detail.of("date", text));
        }
    }

    static Rows ofFolder(RunFolder folder) {
        Run run = RunReader.readWithoutLatencies(folder);
        String content = content(
                List.of(folder.path().resolve("manifest.json"), folder.path().resolve("rounds.jsonl")));
        return new Rows(row(run.manifest(), run.environment(), content), forks(run));
    }

    /** @param content hash of what was read */
    static StoredRun row(Manifest manifest, Environment environment, String content) {
        Environment.Kernel kernel = environment.kernel();
        Environment.Jvm jvm = environment.jvm();
        return StoredRunBuilder.builder()
                .machine(MachineId.of(environment))
                .run(manifest.runId())
                .source(StoredRun.FOLDER)
                .machineName(environment.machine())
                .startedUs(micros(instant(manifest.startedUtc())))
                .status(manifest.status())
                .preset(manifest.preset())
                .version(manifest.suite().version())
                .commit(manifest.suite().commit())
                .modified(manifest.suite().modified())
                .librarySha256(manifest.suite().librarySha256())
                .instructionSet(manifest.suite().instructionSet())
                .cpu(environment.cpu() == null ? null : environment.cpu().model())
                .kernel(kernel == null ? null : kernel.release())
                .kernelBuildId(kernel == null ? null : kernel.buildId())
                .hypervisor(kernel == null ? null : kernel.hypervisor())
                .jvm(jvm == null ? null : jvm.vm() + " " + jvm.version())
                .environment(lasting(environment))
                .contentSha256(content)
                .build();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** What a thousand runs of a machine have in common: without its state, its boot, and the path of a temporary folder. */
    private static String lasting(Environment environment) {
        Environment.Kernel kernel = environment.kernel();
        Environment.Jvm jvm = environment.jvm();
        Environment lasting = environment.with(same -> same.kernel(
                        kernel == null
                                ? null
                                : EnvironmentKernelBuilder.builder(kernel)
                                        .bootId(null)
                                        .build())
                .jvm(jvm == null ? null : new Environment.Jvm(jvm.version(), jvm.vendor(), jvm.vm(), null))
                .before(null)
                .after(null)
                .selfComparisons(null));
        try {
            return new String(Json.page(lasting), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StoredFork> forks(Run run) {
        Map<String, StrategyEntry> strategies = new HashMap<>();
        run.manifest().strategies().forEach(strategy -> strategies.put(strategy.id(), strategy));
        Map<String, Map<Integer, Double>> values = run.figures();
        Map<String, List<ForkRecord>> measured = run.measured();
        List<StoredFork> forks = new ArrayList<>();
        for (CellEntry cell : run.manifest().cells()) {
            Optional<StrategyEntry> strategy = Optional.ofNullable(strategies.get(cell.strategy()));
            Map<String, String> settings = Map.of(
                    "metric", cell.metric(), "operations per invocation", String.valueOf(cell.opsPerInvocation()));
            for (ForkRecord fork : measured.getOrDefault(cell.id(), List.of())) {
                forks.add(fork(run.manifest().runId(), RowKey.ofCell(cell.id()), settings, List.of())
                        .unit(cell.unit())
                        .fork(fork.round())
                        .value(values.get(cell.id()).get(fork.round()))
                        .samples(list(fork.samples().get(cell.metric())))
                        .baseline(cell.baseline())
                        .baselineValue(
                                values.getOrDefault(cell.baseline(), Map.of()).get(fork.round()))
                        .inJava(strategy.filter(entry -> entry.family().equals("jvm"))
                                .isPresent())
                        .standIn(strategy.filter(StrategyEntry::standIn).isPresent())
                        .build());
            }
        }
        return forks;
    }

    /** @param path a JMH file, or a folder of such, one for every module */
    static Rows ofJmh(Path path, JmhOrigin origin) {
        String hash = content(InputReader.jmhFilesIn(path));
        String commit = origin.commit().orElse(StoredRun.UNKNOWN);
        StoredRun row = StoredRunBuilder.builder()
                .machine(MachineId.ofName(origin.machine()))
                .run(COMPACT.format(origin.started()) + "-" + hash.substring(0, HASH_CHARS))
                .source(StoredRun.JMH)
                .machineName(origin.machine())
                .startedUs(micros(origin.started()))
                .status(RunStatus.OK)
                .preset("")
                .version("")
                .commit(commit)
                .librarySha256("")
                .instructionSet("")
                .contentSha256(Sha256.of(hash, commit))
                .build();
        List<StoredFork> forks = new ArrayList<>();
        RowSelection everything = new RowSelection(Optional.empty(), Optional.of(Pattern.compile("")));
        new InputReader(everything).read(path).rows().values().forEach(input -> forks.addAll(forks(row.run(), input)));
        return new Rows(row, forks);
    }

    private static List<StoredFork> forks(String run, InputRow row) {
        List<StoredFork> forks = new ArrayList<>();
        for (List<Double> samples : row.forks()) {
            forks.add(fork(run, row.key(), row.settings(), row.cautions())
                    .unit(row.unit().symbol())
                    .fork(forks.size() + 1L)
                    .value(Estimate.medianOf(samples))
                    .samples(list(samples))
                    .inJava(true)
                    .build());
        }
        return forks;
    }

    private static StoredForkBuilder fork(String run, RowKey key, Map<String, String> settings, List<String> cautions) {
        return StoredForkBuilder.builder()
                .run(run)
                .cell(key.label())
                .benchmark(key.benchmark())
                .mode(key.mode())
                .parameters(object(key.params()))
                .metric(key.metric())
                .settings(object(settings))
                .cautions(list(cautions));
    }

    private static String content(List<Path> files) {
        Sha256 hash = new Sha256();
        files.forEach(file -> hash.add(new SourceFile(file).bytes(Limits.JMH_BYTES * 2)));
        return hash.hex();
    }

    private static String object(Map<String, String> values) {
        ObjectNode object = Json.object();
        new TreeMap<>(values).forEach(object::put);
        return object.toString();
    }

    private static String list(List<?> values) {
        ArrayNode list = Json.array();
        values.forEach(list::addPOJO);
        return list.toString();
    }
}
