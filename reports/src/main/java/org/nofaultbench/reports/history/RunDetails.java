// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.reports.model.Checks;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * What JMH files do not carry: when, of which commit and where they were measured. A file of comma-separated values says so of each;
 * the day may also begin the file's name. The time at which a file was modified says nothing: a copy or a checkout changes it.
 *
 * @param byFile name of the file or folder of a run to what is listed of it
 * @param others what counts where nothing is listed
 */
record RunDetails(Map<String, Entry> byFile, Entry others) {

    /** Name of the list that is read where no other is named. */
    static final String FILE = "runs.csv";

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d(T[0-2]\\d:[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?Z?)?");
    private static final Pattern NAME = Pattern.compile(
            "(\\d{4})-?([01]\\d)-?([0-3]\\d)(?:[T_-]?([0-2]\\d)[-:]?([0-5]\\d)(?:[-:]?([0-5]\\d))?Z?)?(?!\\d).*");
    private static final List<String> COLUMNS = List.of("file", "date", "commit", "machine");

    /**
     * One run; a part is empty where nothing is said of it.
     *
     * @param date a day, or an instant in UTC
     */
    record Entry(String date, String commit, String machine) {

        Entry {
            if (!date.isEmpty() && !TIME.matcher(date).matches()) {
                throw new InputException(
                        "date is not understood", "write 2026-11-28 or 2026-11-28T14:03:00Z", Detail.of("date", date));
            }
            Checks.word(commit, "commit");
            Checks.word(machine, "machine");
        }

        private Entry or(Entry other) {
            return new Entry(
                    date.isEmpty() ? other.date : date,
                    commit.isEmpty() ? other.commit : commit,
                    machine.isEmpty() ? other.machine : machine);
        }
    }

    /** The first line of the list names its columns, in any order; all but {@code file} may be missing. */
    static RunDetails read(Path list, Entry others) {
        SourceFile file = new SourceFile(list);
        List<String> lines = file.textLines(Limits.DOCUMENT_BYTES);
        List<String> columns = lines.isEmpty() ? List.of() : values(lines.get(0));
        if (!columns.contains("file") || !COLUMNS.containsAll(columns)) {
            throw file.refused(
                    "first line does not name the columns",
                    "begin it with file,date,commit,machine",
                    Detail.of("columns", String.join(",", columns)));
        }
        Map<String, Entry> byFile = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> values = values(lines.get(i));
            UnaryOperator<String> value = name -> {
                int column = columns.indexOf(name);
                return column >= 0 && column < values.size() ? values.get(column) : "";
            };
            if (lines.get(i).isBlank()) {
                continue;
            }
            Entry entry = new Entry(value.apply("date"), value.apply("commit"), value.apply("machine"));
            boolean tooMany = values.size() > columns.size();
            if (tooMany || byFile.put(value.apply("file"), entry) != null) {
                throw file.refused(
                        tooMany ? "line has too many values" : "run is listed twice",
                        "list each run in one line",
                        Detail.of("line", i + 1));
            }
        }
        return new RunDetails(byFile, others);
    }

    private static List<String> values(String line) {
        return List.of(line.strip().split("\\s*,\\s*", -1));
    }

    /** @param name of the file or folder of a run */
    Entry entry(String name) {
        Entry entry = byFile.getOrDefault(name, new Entry("", "", ""))
                .or(new Entry(dateOf(name), "", ""))
                .or(others);
        if (entry.date().isEmpty()) {
            throw new InputException(
                    "date of a JMH file is not known",
                    "begin its name with the day, such as 2026-11-28, or list it in " + FILE,
                    Detail.of("file", name));
        }
        return entry;
    }

    private static String dateOf(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return "";
        }
        String day = String.join("-", parts.group(1), parts.group(2), parts.group(3));
        String seconds = parts.group(6) == null ? "00" : parts.group(6);
        return parts.group(4) == null ? day : day + "T" + parts.group(4) + ":" + parts.group(5) + ":" + seconds + "Z";
    }
}
