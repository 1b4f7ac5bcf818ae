// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
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
import org.nofaultbench.reports.render.html.PageFile;
import org.nofaultbench.reports.render.html.Script;
import org.nofaultbench.reports.render.html.StrictNames;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import org.nofaultbench.reports.render.svg.StyleSheet;

/** The pages of a history. */
public final class Site {

    private static final String TEMPLATES = "org/nofaultbench/reports/history";

    private final History history;
    private final Function<Chart, Optional<String>> drawing;
    private final Mustache overview;
    private final Mustache page;
    private final PageView.Frame frame;

    /** Takes a finished page; called from several threads. */
    public interface Writer {
        void write(String name, String text);
    }

    public Site(History history) {
        this(history, ChartDrawing::inline);
    }

    Site(History history, Function<Chart, Optional<String>> drawing) {
        DefaultMustacheFactory factory = new DefaultMustacheFactory(TEMPLATES);
        factory.setObjectHandler(new StrictNames());
        this.history = history;
        this.drawing = drawing;
        this.overview = factory.compile("overview.mustache");
        this.page = factory.compile("cell.mustache");
        this.frame = new PageView.Frame(
                StyleSheet.forPage() + PageFile.text("page.css") + PageFile.text("/" + TEMPLATES + "/site.css"),
                Script.policy(),
                Script.text());
    }

    /** Names of all pages. */
    public Set<String> names() {
        Set<String> names =
                history.cells().stream().map(cell -> PageName.of(cell.key())).collect(Collectors.toSet());
        names.add(PageName.OVERVIEW);
        return names;
    }

    /** Makes every page; the overview comes last, so that it names no page that is not there. */
    public void write(Writer writer) {
        List<MachineChange> machineChanges = history.machineChanges();
        history.cells().parallelStream()
                .forEach(cell -> writer.write(PageName.of(cell.key()), text(cell, machineChanges)));
        writer.write(PageName.OVERVIEW, filled(overview, new OverviewBuilder(history).view(frame)));
    }

    private String text(CellHistory cell, List<MachineChange> machineChanges) {
        return filled(page, new CellPageBuilder(cell, machineChanges).view(frame, drawing));
    }

    private static String filled(Mustache template, Object view) {
        StringWriter out = new StringWriter();
        template.execute(out, view);
        return out.toString();
    }

    /** File names of pages. They are made from a hash: a cell's own name comes from a stranger and may hold {@code ../}. */
    static final class PageName {

        public static final String OVERVIEW = "index.html";

        private static final String PREFIX = "cell-";
        private static final String SUFFIX = ".html";
        private static final int HASH_BYTES = 8;

        private PageName() {}

        static String of(SeriesKey key) {
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
