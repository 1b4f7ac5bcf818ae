// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.EmptyCall;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Reader;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * How much of a figure is the suite's own? The ledger of what lies between JMH and the bytes.
 *
 * <p>{@code emptyDirect} and {@code emptyInterface} are one native call that does nothing, by JNA's two ways: what a
 * call an access would add to every access. {@code contractLoop} reads 16 KiB through the access contract as {@code
 * unguarded-shared}, {@code plainLoop} the same bytes with the same read kernel in a plain C loop: the two should agree
 * within 5%, and do so at every larger size if they do at this one.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar CallOverhead</pre>
 */
public class CallOverhead extends SuiteBenchmark {

    @State(Scope.Thread)
    public static class Call {
        final EmptyCall empty = new EmptyCall(NofaultLibrary.load());
    }

    /** 16 KiB of a client's, mapped as the control maps them. */
    @State(Scope.Thread)
    public static class Loop {
        Client client;
        Pool pool;
        Reader reader;
        BatchCheck check;
        int accesses;

        @Setup
        public void attach(BenchmarkParams parameters) {
            accesses = parameters.getOpsPerInvocation();
            Region whole = Region.whole(BufferSize.CURSOR.bytes());
            NofaultLibrary library = NofaultLibrary.load();
            client = Client.start(library, whole.bytes(), false);
            client.draw(seed());
            pool = Pool.attach(library.strategy("unguarded-shared").orElseThrow(), client);
            reader = pool.reader(whole);
            check = new BatchCheck(Checksum.folded(Checksum.of(seed(), whole), accesses));
        }

        @TearDown(Level.Iteration)
        public void verify() {
            check.verify("loop of 16 KiB");
        }

        @TearDown
        public void detach() {
            reader.close();
            pool.close();
            client.close();
        }
    }

    @Benchmark
    public int emptyDirect(Call call) {
        return call.empty.direct();
    }

    @Benchmark
    public int emptyInterface(Call call) {
        return call.empty.byInterface();
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public long plainLoop(Loop loop) {
        loop.reader.readPlainly(loop.accesses);
        return loop.check.batch(loop.reader.checksum());
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public long contractLoop(Loop loop) {
        loop.reader.read(loop.accesses);
        return loop.check.batch(loop.reader.checksum());
    }
}
