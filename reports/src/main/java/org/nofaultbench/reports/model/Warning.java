// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.Locale;
import org.nofaultbench.reports.stats.Confidence;

/** Something a reader of the figures must know. Warnings travel with the analysis and every renderer shows all of them. */
public sealed interface Warning {

    /** One or two sentences: what is the matter, and what to do about it. */
    String text();

    /** The run was killed while this line was written. */
    record CutLine(String file, int line) implements Warning {
        @Override
        public String text() {
            return "Line " + line + " of " + file
                    + " was cut short when the run was killed; the fork it belongs to is not"
                    + " counted. Resume the run to measure it again.";
        }
    }

    /** Forks of a cell ended without a figure. */
    record FailedForks(String cell, int failed, int forks, String firstReason) implements Warning {
        @Override
        public String text() {
            return failed + " of " + forks + " forks of " + cell + " failed, the first with: " + firstReason
                    + ". Its figure rests on the others, if any.";
        }
    }

    /** The machine disturbed every attempt of some forks. */
    record DisturbedFigures(int disturbed, int figures) implements Warning {
        @Override
        public String text() {
            return disturbed + " of " + Plural.of(figures, "fork figure rests", "fork figures rest")
                    + " on a fork that went beyond a"
                    + " limit of noise, since there was no quieter one; the section on noise says which limits. Measure again when"
                    + " nothing else runs.";
        }
    }

    /** The CPU was emulated, so that some cells have no figure. */
    record EmulatedCpu(int cells) implements Warning {
        @Override
        public String text() {
            return "The CPU was emulated, and emulated timings are excluded: "
                    + Plural.of(cells, "cell has", "cells have")
                    + " no figure. Measure on hardware or in a virtual machine.";
        }
    }

    /** Cells have a figure but no interval. */
    record TooFewRounds(int cells, int fewest) implements Warning {
        @Override
        public String text() {
            return Plural.of(cells, "cell has", "cells have") + " too few rounds for an interval (the fewest: " + fewest
                    + "; a 95% interval of a median needs " + Confidence.NINETY_FIVE.minimumRounds()
                    + "). Take a larger preset to decide anything.";
        }
    }

    /** Figures could not be compared because the baseline had none in their round. */
    record UnpairedRounds(String baseline, int cells, int figures) implements Warning {
        @Override
        public String text() {
            return Plural.of(figures, "figure", "figures") + " of " + Plural.of(cells, "cell", "cells")
                    + " had none of the baseline " + baseline + " in their round and stay out of the ratios.";
        }
    }

    /** Comparisons are missing because of their other side. */
    record NoBaseline(String baseline, int cells, String reason) implements Warning {
        @Override
        public String text() {
            return Plural.of(cells, "cell has", "cells have") + " no ratio: the baseline " + baseline
                    + " gave no figure (" + reason + ").";
        }
    }

    /** The machine is a guest. */
    record VirtualMachine(String hypervisor) implements Warning {
        @Override
        public String text() {
            return "Measured in a virtual machine (" + hypervisor
                    + "): faults and mappings cost more than on bare metal, and"
                    + " other guests disturb. Ratios carry over better than absolute times.";
        }
    }

    /** Client and reader run on CPUs that change what fresh bytes cost. */
    record UnfavourablePlacement(String problem) implements Warning {
        @Override
        public String text() {
            return "CPU placement: " + problem + ".";
        }
    }

    /** The hypervisor gave time to others while forks ran. */
    record StolenTime(double percent) implements Warning {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%.1f%% of the CPU time was stolen by the hypervisor while the forks"
                            + " ran. Repeat at a quieter hour before trusting small differences.",
                    percent);
        }
    }

    /** Other processes used the CPUs while forks ran. */
    record CompetingLoad(double percent) implements Warning {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "Other processes used %.1f%% of the CPU time while the forks ran; it widens every"
                            + " interval and can move every figure. End them and measure again.",
                    percent);
        }
    }

    /** The build is not the commit that it names. */
    record ModifiedBuild(String commit) implements Warning {
        @Override
        public String text() {
            return "The build had changes that are not in commit " + commit
                    + "; nobody else can rebuild it. Commit first, then" + " measure.";
        }
    }

    /** Experiments on properties that did not come out as declared, or gave no answer. */
    record NotAsDeclared(int notOk, int cases) implements Warning {
        @Override
        public String text() {
            return notOk + " of " + Plural.of(cases, "experiment", "experiments")
                    + " on the strategies' properties did not"
                    + " come out as declared on this kernel; the section on properties names them.";
        }
    }

    /** Rows whose strategy only stands in for another. */
    record StandIn(String strategy, String summary) implements Warning {
        @Override
        public String text() {
            return strategy + " is a stand-in: " + summary;
        }
    }
}
