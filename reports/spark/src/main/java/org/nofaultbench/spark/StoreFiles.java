// SPDX-License-Identifier: MIT
package org.nofaultbench.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.store.StoreFolder;
import org.nofaultbench.store.StoreTable;

/** Reads the files of a store, on any file system that Hadoop knows. Those that a compacted file lists are passed over. */
final class StoreFiles {

    private static final String SUFFIX = ".parquet";

    private final SparkSession spark;
    private final Configuration configuration;
    private final String store;

    /** @param store path or URI of the folder */
    StoreFiles(SparkSession spark, String store) {
        this.spark = spark;
        this.configuration = spark.sparkContext().hadoopConfiguration();
        this.store = store;
    }

    /** The documented columns with their types, and {@code machine} and {@code month} from the names of the folders. */
    Dataset<Row> rows(StoreTable table) {
        Path base = new Path(new Path(store, table.folder()), StoreFolder.VERSION);
        StructType schema = new StructType();
        for (StoreTable.Column column : table.columns()) {
            schema = schema.add(column.name(), type(column.type()));
        }
        schema = schema.add("machine", DataTypes.StringType).add("month", DataTypes.StringType);
        try {
            return spark.read()
                    .schema(schema)
                    .option("basePath", base.toString())
                    .parquet(live(base).toArray(String[]::new));
        } catch (IOException e) {
            throw new InputException(
                    "store cannot be read", "check its permissions", Detail.of("path", base), Detail.reason(e));
        }
    }

    private static DataType type(StoreTable.Type type) {
        return switch (type) {
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case VARCHAR -> DataTypes.StringType;
            case BOOLEAN -> DataTypes.BooleanType;
        };
    }

    private List<String> live(Path base) throws IOException {
        FileSystem files = base.getFileSystem(configuration);
        Map<Path, List<Path>> months = new HashMap<>();
        for (FileStatus file : files.globStatus(new Path(base, "machine=m*/month=m*/[A-Za-z0-9]*" + SUFFIX))) {
            months.computeIfAbsent(file.getPath().getParent(), month -> new ArrayList<>())
                    .add(file.getPath());
        }
        if (months.isEmpty()) {
            throw new InputException(
                    "no store there", "name a folder that `store.jar add` has written", Detail.of("store", store));
        }
        List<String> live = new ArrayList<>();
        for (List<Path> month : months.values()) {
            Set<String> replaced = month.size() == 1 ? Set.of() : replaced(month);
            month.stream()
                    .filter(file -> !replaced.contains(file.getName()))
                    .map(Path::toString)
                    .forEach(live::add);
        }
        return live;
    }

    private Set<String> replaced(List<Path> month) throws IOException {
        Set<String> replaced = new HashSet<>();
        for (Path file : month) {
            if (file.getName().startsWith(StoreFolder.COMPACTED)) {
                try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
                    reader.getFileMetaData()
                            .getKeyValueMetaData()
                            .getOrDefault(StoreFolder.REPLACES, "")
                            .lines()
                            .forEach(replaced::add);
                }
            }
        }
        return replaced;
    }
}
