// SPDX-License-Identifier: MIT
/**
 * The C library as Java sees it: {@link org.nofaultbench.nativelib.NofaultLibrary} loads it and lists the
 * strategies, {@link org.nofaultbench.nativelib.Client} is the other process that owns the memory, and
 * {@link org.nofaultbench.nativelib.Pool} reads it. Every negative errno becomes one
 * {@link org.nofaultbench.nativelib.NativeException}. Depends on JNA and on nothing else of the project.
 */
package org.nofaultbench.nativelib;
