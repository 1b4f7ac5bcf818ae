// SPDX-License-Identifier: MIT
/** Pages as a browser has them: what it fetches, what it complains about, and what a keyboard and a small screen make of them. */
package org.nofaultbench.reports.browser;
