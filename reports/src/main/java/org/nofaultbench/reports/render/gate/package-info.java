// SPDX-License-Identifier: MIT
/**
 * A comparison for other programs and for a pull request: JSON, JUnit XML, Markdown. Names from the input are escaped in each
 * by the rules of its form.
 */
package org.nofaultbench.reports.render.gate;
