// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import org.nofaultbench.reports.model.RunFigures;

/**
 * What the cache knows of a run.
 *
 * @param folder name of its folder
 * @param stamp of its files when they were read
 * @param figures that were in them
 */
record CacheEntry(String folder, String stamp, RunFigures figures) {}
