// SPDX-License-Identifier: MIT
/** Reads the JSON files that JMH writes, of any project and any version since 1.10. Depends on model. */
package org.nofaultbench.reports.jmh;
