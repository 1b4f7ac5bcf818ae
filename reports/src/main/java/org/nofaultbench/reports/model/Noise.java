// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What the machine did while a fork ran; a null was not readable there.
 *
 * @param stealMs time that the hypervisor gave to others, all CPUs
 * @param otherBusyMs CPU time that other processes used
 * @param involuntarySwitches times that the fork was put off a CPU against its will
 * @param majorFaults page faults of the fork that needed a device
 * @param load1 one-minute load average at its end
 * @param cpuMhz frequency of the fastest CPU at its end, which is the one that it ran on
 * @param throttleEvents times that a CPU or a package was slowed down because of its heat
 */
@RecordBuilder
public record Noise(
        Long stealMs,
        Long otherBusyMs,
        Long involuntarySwitches,
        Long majorFaults,
        Double load1,
        Long cpuMhz,
        Long throttleEvents)
        implements NoiseBuilder.With {}
