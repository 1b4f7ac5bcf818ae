// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.render.html.Templates;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import org.nofaultbench.reports.render.svg.StyleSheet;

/**
 * The pages of a history. File names are made from a hash: a cell's own name comes from a stranger and may hold {@code ../}.
 *
 * @param history what they show
 */
public record Site(History history) {

    static final String OVERVIEW = "index.html";

    private static final String TEMPLATES = "org/nofaultbench/reports/history";
    private static final String PREFIX = "cell-";
    private static final String SUFFIX = ".html";
    private static final int HASH_BYTES = 8;

    /** Names of the cells' pages. */
    Set<String> cellPages() {
        return history.cells().stream().map(cell -> page(cell.key())).collect(Collectors.toSet());
    }

    /**
     * Makes every page; the overview comes last, so that it names no page that is not there.
     *
     * @param writer takes the name and the text of a finished page; called from several threads
     */
    public void write(BiConsumer<String, String> writer) {
        Function<Object, String> template = Templates.template(TEMPLATES, "page.mustache");
        PageView.Frame frame = new PageView.Frame(
                StyleSheet.forPage() + Templates.text("page.css") + Templates.text("/" + TEMPLATES + "/site.css"),
                Templates.policy(),
                Templates.script());
        List<MachineChange> machineChanges = history.machineChanges();
        history.cells().parallelStream()
                .forEach(cell -> writer.accept(
                        page(cell.key()),
                        template.apply(new CellPageBuilder(cell, machineChanges).view(frame, ChartDrawing::inline))));
        writer.accept(OVERVIEW, template.apply(new OverviewBuilder(history).view(frame)));
    }

    static String page(SeriesKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(key.machine(), key.cell(), key.metric(), key.unit(), key.baseline())) {
                digest.update((part + '\0').getBytes(StandardCharsets.UTF_8));
            }
            return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + SUFFIX;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    /** Whether a file has the name of a cell's page. */
    static boolean isCellPage(String name) {
        return name.matches(PREFIX + "[0-9a-f]{" + 2 * HASH_BYTES + "}" + SUFFIX);
    }
}
