// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.render.html.HtmlPage;

/**
 * The pages of a history. File names are made from a hash: a cell's own name comes from a stranger and may hold {@code ../}.
 *
 * @param history what they show
 */
public record Site(History history) {

    static final String OVERVIEW = "index.html";

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
        List<MachineChange> machineChanges = history.machineChanges();
        history.cells().parallelStream()
                .forEach(cell -> writer.accept(
                        page(cell.key()),
                        HtmlPage.inSite(new CellPage(cell, machineChanges).report(), Optional.of(OVERVIEW))));
        writer.accept(OVERVIEW, HtmlPage.inSite(new OverviewPage(history).report(), Optional.empty()));
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
