// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.process.ChildProcess;

/** Reads what {@code nofault-pair} prints: a head, a line a cycle, totals of each side and an end, without which it has failed. */
final class PairOutput {

    private static final String TIME = " (\\d{1,12}\\.\\d{6})";
    private static final Pattern CYCLE = Pattern.compile("cycle (?:ABBA|BAAB)" + TIME.repeat(4));
    private static final Pattern TOTAL = Pattern.compile("total a((?: [a-z_]{1,30}=\\d{1,18}(?:\\.\\d{1,9})?)+)");
    private static final Pattern VALUE = Pattern.compile("([a-z_]+)=([0-9.]+)");
    private static final Pattern OF_A_SIDE = Pattern.compile("(?:total|histogram) [ab] .*");
    private static final Pattern END = Pattern.compile("end cycles=(\\d{1,9}) involuntary_switches=(\\d{1,9}) .*");
    private static final String INJECTED = "INJECTED ";

    private final PairMeasurement.Kind kind;
    private final String mark;
    private final List<AbbaBlock> blocks = new ArrayList<>();
    private final Map<String, Double> totals = new LinkedHashMap<>();

    private PairOutput(PairSpec spec) {
        this.kind = spec.measurement().kind();
        this.mark = spec.slowdown().isNone() ? "" : INJECTED;
    }

    /** Empty where the output ends before its end. */
    static Optional<PairFork> parse(BufferedReader lines, PairSpec spec) throws IOException {
        PairOutput output = new PairOutput(spec);
        String head = lines.readLine();
        if (head == null) {
            return Optional.empty();
        }
        output.check(head, output.unmarked(head).startsWith("nofault-pair 1 "));
        return output.body(lines);
    }

    private Optional<PairFork> body(BufferedReader lines) throws IOException {
        String line;
        while ((line = lines.readLine()) != null) {
            String text = unmarked(line);
            Matcher end = END.matcher(text);
            Matcher total = TOTAL.matcher(text);
            if (end.matches()) {
                check(line, Integer.parseInt(end.group(1)) == blocks.size() && blocks.size() >= PairFork.FEWEST_CYCLES);
                return Optional.of(new PairFork(kind, blocks, totals, Long.parseLong(end.group(2))));
            } else if (total.matches()) {
                Matcher value = VALUE.matcher(total.group(1));
                while (value.find()) {
                    totals.put(value.group(1), Double.valueOf(value.group(2)));
                }
            } else if (!OF_A_SIDE.matcher(text).matches()) {
                blocks.add(block(line));
            }
        }
        return Optional.empty();
    }

    private AbbaBlock block(String line) throws IOException {
        Matcher cycle = CYCLE.matcher(unmarked(line));
        check(line, cycle.matches());
        double[] ns = new double[4];
        for (int i = 0; i < ns.length; i++) {
            ns[i] = Double.parseDouble(cycle.group(i + 1));
            check(line, ns[i] > 0);
        }
        return new AbbaBlock(ns[0], ns[1], ns[2], ns[3]);
    }

    private String unmarked(String line) throws IOException {
        check(line, line.startsWith(mark) && (!mark.isEmpty() || !line.startsWith(INJECTED)));
        return line.substring(mark.length());
    }

    private void check(String line, boolean understood) throws IOException {
        if (!understood) {
            throw new IOException("nofault-pair is broken, its output cannot be understood: cycles=" + blocks.size()
                    + ", line=" + ChildProcess.printable(line) + "; please report it");
        }
    }
}
