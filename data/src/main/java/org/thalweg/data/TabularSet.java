package org.thalweg.data;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.thalweg.data.table.ArffTable;
import org.thalweg.data.table.Column;
import org.thalweg.data.table.CsvTable;
import org.thalweg.data.table.Delimiter;
import org.thalweg.data.table.Table;
import org.thalweg.data.table.TableFormat;

/**
 * A small table that ships with Thalweg, split by {@link HeldOut} and, unless asked for, not
 * scaled.
 */
enum TabularSet implements DatasetSource {
  IRIS(
      "iris",
      "Three species of iris by length and width of sepals and petals in cm (Fisher 1936)",
      "150 samples of 4 features, 3 classes",
      "iris.csv",
      "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449"),
  WINE(
      "wine",
      "Wines of three growers by 13 chemical measurements (Forina et al. 1988; UCI)",
      "178 samples of 13 features, 3 classes",
      "wine_data.csv",
      "10e8a802908b34f86e5da8ce962f3c806694bc98450a18f61851af59f324bede"),
  BREAST_CANCER(
      "breast-cancer",
      "Malignant (0) and benign (1) tumours by 30 measurements of cell nuclei (Wolberg, Street,"
          + " Mangasarian 1995; UCI)",
      "569 samples of 30 features, 2 classes",
      "breast_cancer.csv",
      "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed"),
  DIABETES(
      "diabetes",
      "Progression of diabetes after a year by age, sex, body mass index, blood pressure and six"
          + " blood values (Efron, Hastie, Johnstone, Tibshirani 2004)",
      "442 samples of 10 features and 1 real target",
      "diabetes_data_raw.csv.gz",
      "fc08fc59c1cbfe65550d9ebb36321d505de9e8f004bf92c1566d2908962f08ff") {
    @Override
    Table table(byte[] content, String path) {
      return UserFile.readCompressed(content, path, in -> CsvTable.read(in, path, SPACES));
    }

    @Override
    Targets targets(Table features) {
      Table targets = table(DIABETES_TARGETS.read(), DIABETES_TARGETS.path());
      return reals(targets.columns().get(0), targets.rows(), 1);
    }

    @Override
    List<Column> features(Table table) {
      return table.columns();
    }
  },
  CALIFORNIA(
      "california",
      "Median house value of Californian block groups in units of 100,000 dollars by longitude,"
          + " latitude, age, rooms, bedrooms, population, households and income (Pace, Barry 1997)",
      "20,640 samples of 8 features and 1 real target",
      "cal_housing.arff",
      "f659be602650d19e7a69d3f386973e123ec0ebfe1b6cbd70f8d799421e1b6c13") {
    @Override
    Table table(byte[] content, String path) {
      return ArffTable.read(new String(content, StandardCharsets.US_ASCII), path);
    }

    @Override
    Targets targets(Table table) {
      return reals(table.find("last").orElseThrow(), table.rows(), CALIFORNIA_UNIT);
    }
  };

  private static final double CALIFORNIA_UNIT = 100_000;
  private static final TableFormat SPACES = new TableFormat(Delimiter.SPACE, false, false);
  private static final BundledFile DIABETES_TARGETS =
      new BundledFile(
          "tabular/diabetes_target.csv.gz",
          "bf1ddd1f9d377278450a5f02c24b5e77b1501f2ad673fe9fdf4c4090d27eb5cc");

  private final String dataset;
  private final String description;
  private final String size;
  private final String path;
  private final String sha256;

  TabularSet(String dataset, String description, String size, String file, String sha256) {
    this.dataset = dataset;
    this.description = description;
    this.size = size;
    this.path = "tabular/" + file;
    this.sha256 = sha256;
  }

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        dataset,
        description,
        size,
        "BSD-3-Clause with scikit-learn; see LICENSES.md for the origin",
        HeldOut.OPTIONS);
  }

  @Override
  public Splits open(DatasetOptions options) {
    Table table = table(new BundledFile(path, sha256).read(), path);
    Samples all = TableSplits.samples(table, features(table), false, targets(table), path);
    return HeldOut.split(description, all, options);
  }

  /** A line with counts and names of classes, then rows whose last number is the class. */
  Table table(byte[] content, String path) {
    String text = new String(content, StandardCharsets.US_ASCII);
    String rows = text.substring(text.indexOf('\n') + 1);
    return CsvTable.read(
        new ByteArrayInputStream(rows.getBytes(StandardCharsets.US_ASCII)),
        path,
        new TableFormat(Delimiter.COMMA, false, false));
  }

  List<Column> features(Table table) {
    return table.columns().subList(0, table.columns().size() - 1);
  }

  Targets targets(Table table) {
    Column.Numbers numbers = (Column.Numbers) table.find("last").orElseThrow().content();
    int[] labels = new int[table.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = (int) numbers.value(row);
    }
    return new Targets.Labels(numbers.distinct().length, labels);
  }

  private static Targets reals(Column column, int rows, double unit) {
    Column.Numbers numbers = (Column.Numbers) column.content();
    float[] values = new float[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = (float) (numbers.value(row) / unit);
    }
    return new Targets.Reals(List.of(1), values);
  }
}
