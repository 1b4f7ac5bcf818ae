// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.model.Run;

/**
 * One run as a comparison sees it.
 *
 * @param name of the folder or file
 * @param rows by what they are of, in display order
 * @param run the folder's content; empty for a JMH file, which says nothing of the machine
 * @param notes what a reader has to know of the whole run
 */
public record RunInput(String name, Map<RowKey, InputRow> rows, Optional<Run> run, List<String> notes) {}
