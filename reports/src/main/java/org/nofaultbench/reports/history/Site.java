// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.document.Chart;
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
    private final SiteView.Frame frame;

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
        this.frame = new SiteView.Frame(StyleSheet.forPage() + PageFile.text("page.css") + PageFile.text("/" + TEMPLATES + "/site.css"),
                Script.policy(), Script.text());
    }

    /** Names of all pages. */
    public Set<String> names() {
        Set<String> names = history.cells().stream().map(cell -> PageName.of(cell.key())).collect(Collectors.toSet());
        names.add(PageName.OVERVIEW);
        return names;
    }

    /** Makes every page; the overview comes last, so that it names no page that is not there. */
    public void write(Writer writer) {
        List<MachineChange> machineChanges = history.machineChanges();
        history.cells().parallelStream().forEach(cell -> writer.write(PageName.of(cell.key()), text(cell, machineChanges)));
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
}
