// SPDX-License-Identifier: MIT
package org.nofaultbench.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nofaultbench.reports.ReportCli;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.history.Renames;
import org.nofaultbench.reports.history.SeriesOptions;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.FleetResult;
import org.nofaultbench.store.MachineRuns;
import org.nofaultbench.store.SeriesDetector;
import org.nofaultbench.store.StoreTable;
import org.nofaultbench.store.StoredRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Searches every series of a store for changes, as {@code store.jar history} does, as a grouped map over the series. The rows
 * and the class that searches them are the same, and so is the result.
 */
@Command(
        name = "history-job",
        description = "Follows every series of every machine of a store on Apache Spark.",
        mixinStandardHelpOptions = true)
public final class HistoryJob implements Callable<Integer> {

    private static final StructType KEY = new StructType()
            .add("machine", DataTypes.StringType)
            .add("cell", DataTypes.StringType)
            .add("metric", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("baseline", DataTypes.StringType);

    /** A fork, and the key, since the groups have whole rows. */
    private static final StructType FORK = KEY.add("run", DataTypes.StringType)
            .add("fork", DataTypes.LongType)
            .add("value", DataTypes.DoubleType)
            .add("baseline_value", DataTypes.DoubleType)
            .add("in_java", DataTypes.BooleanType)
            .add("stand_in", DataTypes.BooleanType);

    private static final int BASELINE_VALUE = FORK.fieldIndex("baseline_value");

    @Option(names = "--store", paramLabel = "DIR", required = true, description = "Path or URI of the store.")
    private String store;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            required = true,
            description = "Writes every change as CSV, here.")
    private Path changes;

    @Mixin
    private SeriesOptions options;

    public static void main(String[] args) {
        int status = ReportCli.run(new CommandLine(new HistoryJob()), args, System.out, System.err);
        if (status != 0) {
            // A job that returns from main has succeeded.
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        CommitList commits = options.commits();
        Renames renames = options.renames();
        try {
            SparkSession spark = SparkSession.builder()
                    .appName("nofault-bench history")
                    // m202611 is no number; neither is an id that happens to look like one.
                    .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                    .getOrCreate();
            List<String> lines = search(spark, store, commits, renames).lines();
            OutputFile.write(changes, String.join("\r\n", lines) + "\r\n");
            return 0;
        } catch (Exception e) {
            // Spark throws checked exceptions, too, which none of its methods declares, and wraps those of its workers.
            throw brief(e);
        }
    }

    private static InputException brief(Exception problem) {
        Throwable cause = problem;
        while (!(cause instanceof InputException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof InputException known
                ? known
                : new InputException(
                        "job failed on Spark",
                        "see Spark's log, and check the file or the master that it names",
                        Detail.of(
                                "reason",
                                String.valueOf(cause.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
    }

    static FleetResult search(SparkSession spark, String store, CommitList commits, Renames renames) {
        StoreFiles files = new StoreFiles(spark, store);
        List<StoredRun> runs = files.rows(StoreTable.RUNS).collectAsList().stream()
                .map(row -> StoredRun.fromRow(row.getAs("machine"), row::getAs))
                .toList();
        Broadcast<MachineRuns> order =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new MachineRuns(runs, commits));
        UserDefinedFunction renamed = udf((UDF1<String, String>) renames::applied, DataTypes.StringType);
        Dataset<Row> forks = files.rows(StoreTable.MEASUREMENTS)
                .withColumn("cell", renamed.apply(col("cell")))
                .withColumn("baseline", renamed.apply(coalesce(col("baseline"), lit(""))))
                .select(columns(FORK));
        MapGroupsFunction<Row, Row, SeriesDetector.Result> search =
                (key, rows) -> new SeriesDetector(order.value()).detect(series(key), forks(rows));
        return FleetResult.of(forks.groupBy(columns(KEY))
                .as(Encoders.row(KEY), Encoders.row(FORK))
                .mapGroups(search, Encoders.javaSerialization(SeriesDetector.Result.class))
                .collectAsList());
    }

    private static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    private static SeriesKey series(Row key) {
        return new SeriesKey(
                key.getString(0), key.getString(1), key.getString(2), key.getString(3), key.getString(4));
    }

    private static List<SeriesDetector.Fork> forks(Iterator<Row> rows) {
        List<SeriesDetector.Fork> forks = new ArrayList<>();
        rows.forEachRemaining(row -> forks.add(new SeriesDetector.Fork(
                row.getAs("run"),
                row.<Long>getAs("fork"),
                row.<Double>getAs("value"),
                row.isNullAt(BASELINE_VALUE) ? Double.NaN : row.getDouble(BASELINE_VALUE),
                row.<Boolean>getAs("in_java"),
                row.<Boolean>getAs("stand_in"))));
        return forks;
    }
}
