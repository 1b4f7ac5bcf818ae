// SPDX-License-Identifier: MIT
/**
 * The page: one file that opens offline and fetches nothing. Its one script sorts and filters
 * tables; without it the page reads the same. Templates hold the markup and escape by default;
 * the records here hold finished strings. Start at {@link org.nofaultbench.reports.render.html.HtmlPage}.
 */
package org.nofaultbench.reports.render.html;
