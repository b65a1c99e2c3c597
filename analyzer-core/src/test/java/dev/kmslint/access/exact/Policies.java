package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies for tests. */
public final class Policies {
  public static final String OWNER = "111122223333";
  public static final String OTHER = "444455556666";
  public static final String KEY =
      "arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26";

  private Policies() {}

  public static Policy read(String json, PolicyKind kind) {
    Document document = JsonReader.read(new SourceFile(kind.name(), json));
    if (document.root() == null) {
      throw new IllegalArgumentException(document.faults() + " in " + json);
    }
    return PolicyReader.read(document.root(), kind);
  }

  /** A policy of the current version; single quotes stand for double ones. */
  public static Policy of(PolicyKind kind, String... statements) {
    String all = String.join(",", statements).replace('\'', '"');
    return read("{\"Version\":\"2012-10-17\",\"Statement\":[" + all + "]}", kind);
  }

  public static Policy key(String... statements) {
    return of(PolicyKind.KEY, statements);
  }

  public static Policy identity(String... statements) {
    return of(PolicyKind.IDENTITY, statements);
  }

  public static PolicySet set(@Nullable Policy key, Policy... identity) {
    return new PolicySet(key, OWNER, List.of(identity), null, null, List.of(), List.of());
  }

  /** Policies, each in the layer that it is for. */
  public static PolicySet all(String owner, Policy... policies) {
    return new PolicySet(
        first(PolicyKind.KEY, policies),
        owner,
        of(PolicyKind.IDENTITY, policies),
        first(PolicyKind.BOUNDARY, policies),
        first(PolicyKind.SESSION, policies),
        of(PolicyKind.SCP, policies),
        of(PolicyKind.RCP, policies));
  }

  private static List<Policy> of(PolicyKind kind, Policy... policies) {
    return Stream.of(policies).filter(policy -> policy.kind() == kind).toList();
  }

  private static @Nullable Policy first(PolicyKind kind, Policy... policies) {
    List<Policy> all = of(kind, policies);
    return all.isEmpty() ? null : all.get(0);
  }

  static Node json(String text) {
    Document document = JsonReader.read(new SourceFile("test", text));
    if (document.root() == null) {
      throw new IllegalArgumentException(document.faults().toString());
    }
    return document.root();
  }
}
