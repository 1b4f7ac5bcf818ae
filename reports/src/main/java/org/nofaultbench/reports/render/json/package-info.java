// SPDX-License-Identifier: MIT
/**
 * Answers for programs. Every document names its schema version; {@code results/schema} describes it. Numbers are rounded to
 * the digits that they are worth. Depends on what it writes down.
 */
package org.nofaultbench.reports.render.json;
