// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class BatchCheckTest {

    @Test
    void isSatisfiedWhileEveryBatchReadsWhatWasExpected() {
        BatchCheck check = new BatchCheck(42);
        check.batch(42);
        check.batch(42);

        assertThatCode(() -> check.verify("strategy=x")).doesNotThrowAnyException();
    }

    @Test
    void failsWhereOneBatchOfManyReadOtherBytes() {
        BatchCheck check = new BatchCheck(42);
        check.batch(42);
        check.batch(41);
        check.batch(42);

        assertThatIllegalStateException()
                .isThrownBy(() -> check.verify("strategy=x, size=4K"))
                .withMessageStartingWith("wrong bytes were read: strategy=x, size=4K, batches=3, checksum=");
    }

    @Test
    void noticesTwoErrorsThatWouldCancelInASum() {
        BatchCheck check = new BatchCheck(42);
        check.batch(41);
        check.batch(43);

        assertThatIllegalStateException().isThrownBy(() -> check.verify("strategy=x"));
    }

    @Test
    void startsAnewAfterEachIteration() {
        BatchCheck check = new BatchCheck(42);
        check.batch(42);
        check.verify("first");
        check.expect(7);
        check.batch(7);

        assertThatCode(() -> check.verify("second")).doesNotThrowAnyException();
    }
}
