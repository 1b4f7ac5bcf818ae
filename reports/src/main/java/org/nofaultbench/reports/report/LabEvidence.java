// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/**
 * What the kernel lab found on one architecture: a file {@code evidence.txt} or {@code evidence-ARCHITECTURE.txt} as
 * {@code native/kernel/scripts/evidence.sh} prints it.
 *
 * @param architecture as Linux calls it, such as {@code x86_64}
 * @param matrices by kernel, in the order of the file
 * @param lostPages instructions of a lost page by strategy and kernel, as they are printed
 */
public record LabEvidence(
        String architecture, Map<String, LabMatrix> matrices, Map<String, Map<String, String>> lostPages) {

    /**
     * What each strategy survives on one kernel.
     *
     * @param marks by strategy and property: {@code y}, {@code n}, {@code -} for skipped and {@code !} for not as declared
     */
    public record LabMatrix(Map<String, Map<String, String>> marks) {

        /** Of a strategy or property that was not tried: {@code -}. */
        public String at(String strategy, String property) {
            return marks.getOrDefault(strategy, Map.of()).getOrDefault(property, "-");
        }

        /** How many experiments have this mark. */
        public long count(String mark) {
            return marks.values().stream()
                    .flatMap(row -> row.values().stream())
                    .filter(mark::equals)
                    .count();
        }

        /** In the order of the file. */
        public Set<String> properties() {
            Set<String> properties = new LinkedHashSet<>();
            marks.values().forEach(row -> properties.addAll(row.keySet()));
            return properties;
        }
    }

    private static final String LOST_PAGE = "Instructions of a lost page";
    private static final String COUNT = "[0-9]{1,9}([.][0-9])?";
    private static final Pattern MATRIX =
            Pattern.compile("== (\\S+) (\\S+) \\(\\w+\\): what each strategy survives ==");
    private static final Pattern PROPERTY = Pattern.compile("([0-9]{1,2}) ([a-z-]+)");
    private static final Pattern MARKS = Pattern.compile("([a-z-]+)((?: +[yn!?-])+)");
    private static final long MOST_BYTES = 1 << 20;

    /** The only figures of the kernel flag that a machine without it can show; empty where no lab lies beside the run. */
    static Optional<Sentence> countsBeside(Path run) {
        return read(run.toAbsolutePath().normalize().resolveSibling("lab").resolve("evidence.txt"))
                .flatMap(LabEvidence::counts);
    }

    private Optional<Sentence> counts() {
        List<Value> counts = Stream.of(
                        lostPage("nofault-private", "next"),
                        lostPage("nofault-private", "2021"),
                        lostPage("guard-libwayland", "next"))
                .flatMap(Optional::stream)
                .toList();
        return counts.size() < 3
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "Kernel flag, instructions per lost page: {} (series of this project), {} (proposal of 2021), {} (handler"
                                + " of libwayland). Counted on an emulated CPU in results/lab, not here.",
                        counts.toArray()));
    }

    /** Of every architecture whose file lies in the folder, x86-64 first; files that are not of the lab are passed over. */
    public static List<LabEvidence> allIn(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches("evidence(-[a-z0-9_]+)?[.]txt"))
                    .sorted(Comparator.comparing(
                            file -> file.getFileName().toString().length()))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            // A service: a run is reported without it, too.
            return List.of();
        }
    }

    /** Empty where there is no such file, or not the table of lost pages. */
    private static Optional<LabEvidence> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? parse(Files.readAllLines(file, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<LabEvidence> parse(List<String> lines) {
        Map<String, LabMatrix> matrices = new LinkedHashMap<>();
        String architecture = "x86_64";
        for (int i = 0; i < lines.size(); i++) {
            Matcher title = MATRIX.matcher(lines.get(i));
            if (title.matches()) {
                architecture = title.group(1);
                matrices.put(title.group(2), matrix(lines.subList(i + 1, lines.size())));
            }
        }
        int table = lines.indexOf(LOST_PAGE);
        return table < 0
                ? Optional.empty()
                : Optional.of(new LabEvidence(architecture, matrices, counts(lines.subList(table + 1, lines.size()))));
    }

    /** Up to the next title: rows of marks, and behind them the names of the columns. */
    private static LabMatrix matrix(List<String> lines) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> properties = new ArrayList<>();
        lines.stream().takeWhile(line -> !line.startsWith("==")).forEach(line -> {
            Matcher marks = MARKS.matcher(line.stripTrailing());
            if (marks.matches()) {
                rows.put(marks.group(1), words(marks.group(2)));
            } else if (line.stripLeading().matches("[0-9]{1,2} [a-z].*") && !line.contains("cases,")) {
                PROPERTY.matcher(line).results().forEach(found -> properties.add(found.group(2)));
            }
        });
        Map<String, Map<String, String>> named = new LinkedHashMap<>();
        rows.forEach((strategy, marks) -> named.put(strategy, byName(properties, marks)));
        return new LabMatrix(named);
    }

    /** The first row names the kernels, every other one begins with its strategy. */
    private static Map<String, Map<String, String>> counts(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        lines.stream()
                .map(LabEvidence::words)
                .takeWhile(row -> rows.isEmpty() || row.size() == rows.get(0).size() + 1)
                .forEach(rows::add);
        Map<String, Map<String, String>> counts = new LinkedHashMap<>();
        rows.stream().skip(1).forEach(row -> counts.put(row.get(0), byName(rows.get(0), row.subList(1, row.size()))));
        return counts;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }

    private static Map<String, String> byName(List<String> names, List<String> values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    /** Instructions of a lost page; empty where they were not counted. */
    public Optional<Value> lostPage(String strategy, String kernel) {
        return Optional.ofNullable(lostPages.getOrDefault(strategy, Map.of()).get(kernel))
                .filter(count -> count.matches(COUNT))
                .map(count -> Value.plain(
                        new Origin(Statistic.LAB, strategy + " " + kernel + " " + architecture),
                        Double.parseDouble(count),
                        "instructions",
                        count));
    }
}
