// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/** What a figure is of its cells, which is how another program can compute it anew from {@code rounds.jsonl}. */
public enum Statistic {
    /** Median over the rounds of the forks' figures; a fork's is the median of its iterations. One cell. */
    MEDIAN,
    /** Median over the rounds of bytes per access over the fork's figure. One cell. */
    THROUGHPUT,
    /** Median over the rounds of the fork's figure as a share of the time between two frames. One cell. */
    FRAME_SHARE,
    /** Median over the rounds of a further metric, named by the detail. One cell. */
    METRIC,
    /** Sum over all iterations of a counted metric, named by the detail. One cell. */
    TOTAL,
    /** Greatest value of a metric, named by the detail. One cell. */
    MAXIMUM,
    /** Percentile of all timed accesses, named by the detail, from {@code latency.hlog}; 100 is the maximum. One cell. */
    PERCENTILE,
    /** How many accesses were timed. One cell. */
    ACCESSES,
    /** Median over the rounds of the first cell's figure over the second's. Two cells. */
    RATIO,
    /** Median over the rounds of the first cell's figure minus the second's. Two cells. */
    DIFFERENCE,
    /** How many rounds two cells have in common. Two cells. */
    ROUNDS,
    /** How many comparisons of the run have the verdict that the detail names; all without a detail. No cell. */
    VERDICTS,
    /** Median, greatest or sum over all forks of a noise record, named by the detail. No cell. */
    NOISE,
    /** How many forks went beyond a limit, how many repeats were made, how many figures rest on such forks. No cell. */
    FORKS,
    /** Median of a cell over forks or boots in a comparison of two kernels; the detail says of which. One cell. */
    KERNEL_MEDIAN,
    /** Median of the quotients of every fork of one kernel by every fork of another. One cell. */
    KERNEL_RATIO,
    /** Cost of a read in the scenario that the detail describes, by the model of costs. The strategy is in the detail. */
    COST,
    /** That cost as percent of a frame. */
    COST_SHARE,
    /** That cost over the cost of another strategy, within each round. */
    COST_RATIO,
    /** Where the medians of two strategies' times are equal. */
    BREAK_EVEN,
    /** A coefficient of a fitted model of costs. */
    FIT,
    /** Time of the recommended strategy over the time of the best, where the size was left out of the choice. */
    REGRET,
    /** Instructions of a lost page as the kernel lab counted them; the detail names the strategy and the kernel. No cell. */
    LAB,
    /** A figure of a series of runs, named by the detail: a run's median, the size of a change, the noise. One cell. */
    SERIES,
    /** A count of properties, cells or scenarios. */
    COUNT,
    /** A number of {@code manifest.json} or {@code environment.json}; the detail is the file and a JSON pointer; of a list its size. */
    RECORDED
}
