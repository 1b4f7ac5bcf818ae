// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.TimedBatch;
import org.nofaultbench.nativelib.TimedOutcome;
import org.nofaultbench.nativelib.Trait;

/** A strategy whose loop is Java's. It has every property that it does not deny, as one in C has. */
public abstract class JvmStrategy implements Strategy {

    private final StrategyInfo info;
    private final String because;
    private final Map<Trait, String> denials;

    /**
     * @param summary one sentence: how it reads
     * @param because one sentence: why it has the properties that it does not deny
     * @param denials the properties that it does not have, each with the one reason for it
     */
    JvmStrategy(int index, String id, String name, String summary, String because, Map<Trait, String> denials) {
        this.because = because;
        this.denials = denials;
        Set<Trait> traits = EnumSet.range(Trait.SURVIVES_TRUNCATION, Trait.CRASHES_JVM_OF_REAL_BUG);
        traits.removeAll(denials.keySet());
        info = new StrategyInfo(index, id, name, Family.JVM, summary, traits, Optional.empty(), Optional.empty());
    }

    @Override
    public final StrategyInfo info() {
        return info;
    }

    /** One sentence: why it has the properties that it does not deny. */
    public final String because() {
        return because;
    }

    /** Why it does not have a property; null where it has. */
    public final String denial(Trait property) {
        return denials.get(property);
    }

    /** Attaches the first {@code bytes} of an open file that holds at least as many. */
    abstract JvmPool attach(FileChannel file, int bytes) throws IOException;

    /**
     * Attaches the first {@code bytes} of a file.
     *
     * @throws IllegalStateException where the file is shorter: mapping it for writing would make it longer
     * @throws UncheckedIOException where the file cannot be opened, mapped or read
     */
    public final JvmPool attach(Path file, long bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < bytes) {
                throw new IllegalStateException("attach refused, the file is too short: strategy=" + info.id()
                        + ", poolBytes=" + bytes + ", fileBytes=" + channel.size());
            }
            return attach(channel, Math.toIntExact(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("attach failed: strategy=" + info.id() + ", file=" + file, e);
        }
    }

    @Override
    public final AttachedPool attach(Client client) {
        return attach(client.file(), client.poolBytes()).of(client);
    }

    /** As {@code timed.c} does it: the pool is whole and read once, as by a compositor that has shown it. */
    @Override
    public final TimedOutcome recover(Client client, long seed, Region region, long keepBytes, long repeats) {
        TimedBatch timed = new TimedBatch();
        for (long i = 0; i < repeats; i++) {
            client.draw(seed);
            try (AttachedPool pool = attach(client);
                    BatchReader reader = pool.reader(region)) {
                reader.read(1);
                client.resize(keepBytes);
                timed.time(reader);
            }
            client.resize(client.poolBytes());
        }
        return timed.outcome();
    }
}
