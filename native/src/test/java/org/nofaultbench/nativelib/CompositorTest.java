// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nofaultbench.nativelib.Compositor.InjectedFault;
import org.nofaultbench.nativelib.PoolLife.Populate;

/** Trials with client processes of their own. */
class CompositorTest {

    private static final long BYTES = 65_536;
    private static final long SEED = 5;
    private static final int CLIENTS = 2;
    private static final int FRAMES = 24;

    private final NofaultLibrary library = NofaultLibrary.load();
    private final StrategyInfo guardPool = library.strategy("guard-pool").orElseThrow();

    private FrameOutcome shown(InjectedFault injected) {
        try (Compositor compositor = new Compositor(library, guardPool, CLIENTS, BYTES)) {
            return compositor.show(FRAMES, 100, injected);
        }
    }

    @Test
    void timesEveryFrameAndTakesEveryCommit() {
        FrameOutcome outcome = shown(InjectedFault.NONE);

        assertThat(outcome.busy().histogram().count()).isEqualTo(FRAMES);
        assertThat(outcome.commits()).isEqualTo(CLIENTS * (FRAMES + 1) - outcome.lateCommits());
        assertThat(outcome.lostCommits()).isZero();
        assertThat(outcome.tornCommits()).isZero();
    }

    @Test
    void countsWhatWentWrong() {
        assertThat(shown(InjectedFault.TORN_COMMIT).tornCommits()).isOne();
        assertThat(shown(InjectedFault.LOST_COMMIT).lostCommits()).isOne();
        assertThat(shown(InjectedFault.LATE_COMMIT).lateCommits()).isPositive();
        assertThat(shown(InjectedFault.MISSED_FRAME).missedFrames()).isPositive();
    }

    @Test
    void survivesAnAttackerAndReadsTheOtherClientsBytes() {
        HostileOutcome outcome = HostileOutcome.measure(library, guardPool, BYTES, SEED, 200, FRAMES);

        assertThat(outcome.truncates()).isPositive();
        assertThat(outcome.wrongAccesses()).isZero();
        assertThat(outcome.attacked().histogram().count()).isEqualTo(FRAMES);
        assertThat(outcome.unattackedNs()).isPositive();
    }

    @Test
    void readsAPoolTwiceInEachOfItsLives() {
        PoolLife life = PoolLife.measure(library, guardPool, BYTES, SEED, Populate.MAP, Backing.MEMFD, 3);

        long access = Checksum.of(SEED, Region.whole(BYTES));
        assertThat(life.checksum()).isEqualTo(Checksum.folded(access, 6));
        assertThat(life.totalNs()).isEqualTo(life.attachNs() + life.firstReadNs() + life.unmapNs() + life.closeNs());
    }

    @ParameterizedTest
    @EnumSource(Backing.class)
    void readsWhateverTheFileIsMadeOf(Backing backing) {
        assumeThat(backing.skipReason(2 * BYTES)).isEmpty();

        PoolLife life = PoolLife.measure(library, guardPool, BYTES, SEED, Populate.NONE, backing, 1);

        assertThat(life.checksum()).isEqualTo(Checksum.folded(Checksum.of(SEED, Region.whole(BYTES)), 2));
    }

    @Test
    void saysWhereThereIsTooLittleRoomForTheFile() {
        assumeThat(Backing.TMPFS.skipReason(0)).isEmpty();

        assertThat(Backing.TMPFS.skipReason(Long.MAX_VALUE))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("too little room: folder=/dev/shm, freeBytes=")
                        .endsWith("; free space there, or mount it larger"));
    }

    @Test
    void refusesAWayToPopulateThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Populate.ofId("prefault"))
                .withMessage("unknown way: populate=prefault; use one of [none, map, madvise]");
    }
}
