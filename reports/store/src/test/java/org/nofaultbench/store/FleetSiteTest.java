// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.CommitList;

class FleetSiteTest {

    private static SeriesKey series(String cell, String unit) {
        return new SeriesKey(GeneratedRuns.MACHINE, cell, "primary", unit, "baseline");
    }

    private static List<SeriesDetector.Fork> forks(double third, double baseline) {
        return IntStream.range(0, 20)
                .mapToObj(day -> new SeriesDetector.Fork(
                        "run " + day, 1, day == 3 ? third : 100 + day % 3, day == 5 ? baseline : 50, false, false))
                .toList();
    }

    /** The same figures as {@link SeriesDetector} passes over: a page shows none that has no logarithm. */
    @Test
    void passesOverWhatIsNoFiniteFigure(@TempDir Path folder) throws IOException {
        List<StoredRun> runs = IntStream.range(0, 20)
                .mapToObj(day -> GeneratedRuns.run("run " + day, day, "aaaaaaa"))
                .toList();
        List<SeriesDetector.Fork> none =
                List.of(new SeriesDetector.Fork("run 1", 1, Double.POSITIVE_INFINITY, 1, false, false));
        new FleetSite(folder, new MachineRuns(runs, CommitList.NONE))
                .write(
                        GeneratedRuns.MACHINE,
                        Map.of(
                                series("infinite time", "ns/op"), forks(Double.POSITIVE_INFINITY, 0),
                                series("no rate", "ops/us"), forks(0, Double.POSITIVE_INFINITY),
                                series("negative", "ns/op"), forks(-1, -1),
                                series("nothing else", "ns/op"), none));
        List<Path> pages = StoreFolder.list(folder.resolve(GeneratedRuns.MACHINE), Files::isRegularFile);
        assertThat(pages).hasSize(4);
        for (Path page : pages) {
            assertThat(page)
                    .content()
                    .doesNotContain("Infinity", "\u221e", "NaN")
                    .contains("<svg");
        }
    }
}
