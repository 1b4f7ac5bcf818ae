// SPDX-License-Identifier: MIT
/**
 * A history as a folder of pages that open from disk: an overview, and a page for every cell. Each page stands alone and reads
 * without a script. Start at {@link org.nofaultbench.reports.render.site.Site}.
 */
package org.nofaultbench.reports.render.site;
