// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.process.ChildProcess;

/** Reads what {@code nofault-pair} prints: a head, a line a cycle, totals of each side and an end, without which it has failed. */
final class PairOutput {

    private static final String TIME = " (\\d{1,12}\\.\\d{6})";
    private static final Pattern CYCLE = Pattern.compile("cycle (?:ABBA|BAAB)" + TIME.repeat(4));
    private static final Pattern TOTAL = Pattern.compile("(total|histogram) [ab] ");
    private static final Pattern END = Pattern.compile("end cycles=(\\d{1,9}) involuntary_switches=(\\d{1,9}) .*");
    private static final String INJECTED = "INJECTED ";
    private static final int FEWEST_CYCLES = 3;

    private final String mark;
    private final List<AbbaBlock> blocks = new ArrayList<>();

    /** @param slowdown whether every line has to say so */
    private PairOutput(boolean slowdown) {
        this.mark = slowdown ? INJECTED : "";
    }

    /** Empty where the output ends before its end. */
    static Optional<PairFork> parse(BufferedReader lines, InjectedSlowdown slowdown) throws IOException {
        PairOutput output = new PairOutput(!slowdown.isNone());
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
            Matcher end = END.matcher(unmarked(line));
            if (end.matches()) {
                check(line, Integer.parseInt(end.group(1)) == blocks.size() && blocks.size() >= FEWEST_CYCLES);
                return Optional.of(new PairFork(blocks, Long.parseLong(end.group(2))));
            }
            if (!TOTAL.matcher(unmarked(line)).lookingAt()) {
                blocks.add(block(line));
            }
        }
        return Optional.empty();
    }

    private AbbaBlock block(String line) throws IOException {
        Matcher cycle = CYCLE.matcher(unmarked(line));
        check(line, cycle.matches());
        AbbaBlock read = new AbbaBlock(faster(cycle, 1), faster(cycle, 3));
        check(line, read.candidateNs() > 0 && read.baselineNs() > 0);
        return read;
    }

    private static double faster(Matcher cycle, int first) {
        return Math.min(Double.parseDouble(cycle.group(first)), Double.parseDouble(cycle.group(first + 1)));
    }

    private String unmarked(String line) throws IOException {
        check(line, line.startsWith(mark) && (!mark.isEmpty() || !line.startsWith(INJECTED)));
        return line.substring(mark.length());
    }

    private void check(String line, boolean understood) throws IOException {
        if (!understood) {
            throw new IOException("nofault-pair is broken, its output cannot be understood: cycles=" + blocks.size() + ", line="
                    + ChildProcess.printable(line) + "; please report it");
        }
    }
}
