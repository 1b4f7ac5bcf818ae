// SPDX-License-Identifier: MIT
/** The history of a store on a cluster: {@link org.nofaultbench.spark.HistoryJob}, for {@code spark-submit}. */
package org.nofaultbench.spark;
