// SPDX-License-Identifier: MIT
/**
 * The page: one file that opens offline, fetches nothing and runs no script. Templates hold the markup and escape by default;
 * the records here hold finished strings. Start at {@link org.nofaultbench.reports.render.html.HtmlPage}.
 */
package org.nofaultbench.reports.render.html;
