// SPDX-License-Identifier: MIT
/**
 * Runs of many machines as Apache Parquet files, and what is asked of them. {@link org.nofaultbench.store.StoreFolder} says where the
 * files lie, {@link org.nofaultbench.store.StoreTable} what is in them, {@link org.nofaultbench.store.StoreWriter} and
 * {@link org.nofaultbench.store.StoreReader} write and query them through DuckDB, and {@link org.nofaultbench.store.SeriesDetector} looks for changes; the Spark job uses the same class.
 */
package org.nofaultbench.store;
