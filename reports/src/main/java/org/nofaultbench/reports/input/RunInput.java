// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as a comparison sees it.
 *
 * @param name of the folder or file
 * @param rows by what they are of, in display order
 * @param machine and build of a run folder; empty for a JMH file, which says nothing of the machine
 * @param notes what a reader has to know of the whole run
 */
public record RunInput(String name, Map<RowKey, InputRow> rows, Optional<MachineFacts> machine, List<String> notes) {}
