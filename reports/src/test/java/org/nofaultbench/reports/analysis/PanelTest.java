// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.CellEntryBuilder;

class PanelTest {

    private static final Set<String> AXES = Set.of(Panel.STRATEGY, "size");

    @Test
    void drawsOnePanelForEachValueOfAParameterThatIsNoAxis() {
        List<Panel> panels = Panel.split(
                List.of(
                        cell("warm", "a", "16KiB", "row"), cell("warm", "a", "16KiB", "column"),
                        cell("warm", "b", "16KiB", "row"), cell("fresh", "a", "16KiB", "row")),
                AXES);
        assertThat(panels)
                .extracting(Panel::title)
                .containsExactly(
                        "BufferRead.warm, walk=row", "BufferRead.warm, walk=column", "BufferRead.fresh, walk=row");
        assertThat(panels.get(0).cells()).hasSize(2);
    }

    @Test
    void keepsTheOrderOfTheManifestOnItsAxes() {
        Panel panel = Panel.split(
                        List.of(
                                cell("warm", "b", "4K", "row"),
                                cell("warm", "b", "16KiB", "row"),
                                cell("warm", "a", "4K", "row")),
                        AXES)
                .get(0);
        assertThat(panel.values("size")).containsExactly("4K", "16KiB");
        assertThat(panel.values(Panel.STRATEGY)).containsExactly("b", "a");
    }

    /** Leaving an axis out must not fold its cells together silently: the panel count grows instead. */
    @Test
    void separatesWhatASectionForgotToName() {
        List<CellResult> cells = List.of(cell("warm", "a", "16KiB", "row"), cell("warm", "a", "4K", "row"));
        assertThat(Panel.split(cells, Set.of(Panel.STRATEGY))).hasSize(2);
    }

    @Test
    void refusesTwoCellsAtOnePlace() {
        List<CellResult> cells = List.of(cell("warm", "a", "4K", "row"), cell("warm", "a", "4K", "row"));
        assertThatIllegalStateException()
                .isThrownBy(() -> Panel.split(cells, AXES))
                .withMessageContaining("4K");
    }

    private static CellResult cell(String workload, String strategy, String size, String walk) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", size);
        parameters.put("walk", walk);
        CellEntry entry = CellEntryBuilder.builder()
                .id(workload + strategy + size + walk)
                .benchmark("BufferRead")
                .workload(workload)
                .strategy(strategy)
                .parameters(parameters)
                .metric(CellEntry.PRIMARY)
                .unit("ns/op")
                .bytesPerAccess(1L)
                .opsPerInvocation(1)
                .build();
        return new CellResult(
                entry, false, false, Map.of(1, 1.0), Map.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
