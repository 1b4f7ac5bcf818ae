// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads tables and sentences out of a page; what is drawn or hidden is left out. */
final class PageReader {

    private final Document page;

    PageReader(String html) {
        this.page = Jsoup.parse(html);
        page.select("svg, style, script").remove();
        page.select(".tag").remove();
    }

    List<PrintedTable> tables() {
        return page.select("table").stream().map(PageReader::table).toList();
    }

    /** All of the words in their order, one element a line. */
    String text() {
        StringBuilder text = new StringBuilder();
        page.select("h1, h2, h3, p, li, dd, dt, td, caption").forEach(of -> text.append(of.text()).append('\n'));
        return text.toString();
    }

    private static PrintedTable table(Element table) {
        List<String> columns = new ArrayList<>(table.select("thead th").eachText());
        List<PrintedTable.Row> rows = table.select("tbody tr").stream()
                .map(row -> new PrintedTable.Row(row.select("th").text(), entries(row)))
                .toList();
        return new PrintedTable(table.select("caption").text(), columns.isEmpty() ? columns : columns.subList(1, columns.size()),
                rows);
    }

    private static List<Printed> entries(Element row) {
        List<Printed> entries = new ArrayList<>();
        for (Element cell : row.select("td")) {
            Printed printed = Printed.ofPieces(pieces(cell));
            int span = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
            for (int i = 0; i < span; i++) {
                entries.add(printed);
            }
        }
        return entries;
    }

    private static List<String> pieces(Element cell) {
        return cell.nodeStream(TextNode.class).map(node -> node.text().strip()).filter(text -> !text.isEmpty()).toList();
    }
}
