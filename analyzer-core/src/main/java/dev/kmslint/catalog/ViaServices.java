package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service names that {@code kms:ViaService} values start with, as in {@code
 * rds.eu-central-1.amazonaws.com}. AWS's table is not complete: a name that is not in it can still
 * be right.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
 */
public final class ViaServices {

  private final List<String> names;
  private final Map<String, String> services;
  private final Map<String, Mistake> mistakes;
  private final String asOf;

  private ViaServices(
      List<String> names,
      Map<String, String> services,
      Map<String, Mistake> mistakes,
      String asOf) {
    this.names = List.copyOf(names);
    this.services = Map.copyOf(services);
    this.mistakes = Map.copyOf(mistakes);
    this.asOf = asOf;
  }

  static ViaServices read() {
    Tsv table = Tsv.load("via-services");
    List<String> names = new ArrayList<>();
    Map<String, String> services = new HashMap<>();
    for (String[] row : table.rows(2)) {
      names.add(row[0]);
      services.put(row[0], row[1]);
    }
    Map<String, Mistake> mistakes = new HashMap<>();
    for (String[] row : Tsv.load("via-service-mistakes").rows(3)) {
      mistakes.put(row[0], new Mistake(row[0], row[1], row[2]));
    }
    return new ViaServices(names, services, mistakes, table.header("as-of"));
  }

  /**
   * A name that people write and that no request carries.
   *
   * @param name the wrong name: {@code ebs}
   * @param right the name to write instead: {@code ec2}
   * @param url the AWS page that shows it
   */
  public record Mistake(String name, String right, String url) {}

  /** All names of AWS's table, in alphabetical order: {@code rds}, {@code ec2}. */
  public List<String> names() {
    return names;
  }

  /**
   * The AWS services that use a name ({@code Amazon RDS, Amazon Aurora}), or null when AWS's table
   * does not have it.
   *
   * @param name the first label of a {@code kms:ViaService} value, in lower case
   */
  public @Nullable String services(String name) {
    return services.get(name);
  }

  /**
   * The entry of the short list of known mistakes for a name, in any case.
   *
   * @param name the first label of a {@code kms:ViaService} value
   */
  public Optional<Mistake> mistake(String name) {
    return Optional.ofNullable(mistakes.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The date of the copy of AWS's table, {@code YYYY-MM-DD}. */
  public String asOf() {
    return asOf;
  }
}
