// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.render.html.Templates;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import org.nofaultbench.reports.render.svg.StyleSheet;

/** The pages of a history. */
public final class Site {

    private static final String TEMPLATES = "org/nofaultbench/reports/history";

    private final History history;
    private final Function<Chart, Optional<String>> drawing;
    private final Function<Object, String> page;
    private final PageView.Frame frame;

    /** Takes a finished page; called from several threads. */
    public interface Writer {
        void write(String name, String text);
    }

    public Site(History history) {
        this(history, ChartDrawing::inline);
    }

    Site(History history, Function<Chart, Optional<String>> drawing) {
        this.history = history;
        this.drawing = drawing;
        this.page = Templates.template(TEMPLATES, "page.mustache");
        this.frame = new PageView.Frame(
                StyleSheet.forPage() + Templates.text("page.css") + Templates.text("/" + TEMPLATES + "/site.css"),
                Templates.policy(),
                Templates.script());
    }

    /** Names of all pages. */
    public Set<String> names() {
        Set<String> names = history.cells().stream()
                .map(cell -> PageName.fromKey(cell.key()))
                .collect(Collectors.toSet());
        names.add(PageName.OVERVIEW);
        return names;
    }

    /** Makes every page; the overview comes last, so that it names no page that is not there. */
    public void write(Writer writer) {
        List<MachineChange> machineChanges = history.machineChanges();
        history.cells().parallelStream()
                .forEach(cell -> writer.write(
                        PageName.fromKey(cell.key()),
                        page.apply(new CellPageBuilder(cell, machineChanges).view(frame, drawing))));
        writer.write(PageName.OVERVIEW, page.apply(new OverviewBuilder(history).view(frame)));
    }

    /** File names of pages. They are made from a hash: a cell's own name comes from a stranger and may hold {@code ../}. */
    static final class PageName {

        public static final String OVERVIEW = "index.html";

        private static final String PREFIX = "cell-";
        private static final String SUFFIX = ".html";
        private static final int HASH_BYTES = 8;

        private PageName() {}

        static String fromKey(SeriesKey key) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String part : new String[] {key.machine(), key.cell(), key.metric(), key.unit(), key.baseline()}) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + SUFFIX;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("the JDK has no SHA-256", e);
            }
        }

        /** Whether a file has the name of a cell's page. */
        public static boolean isOfCell(String name) {
            return name.matches(PREFIX + "[0-9a-f]{" + 2 * HASH_BYTES + "}" + SUFFIX);
        }
    }
}
