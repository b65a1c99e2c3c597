package dev.kmslint.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sharing that is right, with one of its documents replaced by a block of a page. The words
 * behind {@code bad} or {@code good} say which:
 *
 * <pre>
 * in=key-policy            the document: key-policy, iam-policy, boundary, session, scp, rcp, key,
 *                          snapshot, attributes, request; config for the configuration itself
 * without=key,request      documents that are not given
 * plain=true               the snapshot is not encrypted
 * to=arn:...  key-arn=arn:...  scenario=...  region=...   what the configuration says else
 * </pre>
 */
final class ShareExample {
  /** The right sharing: each document, and the configuration's name for it. */
  private static final Path BASE = Path.of("src/test/resources/dev/kmslint/rules/sharing");

  private static final Map<String, String> DOCUMENTS = documents();

  private static final String PLAIN_SNAPSHOT =
      """
      {"DBClusterSnapshots": [{"DBClusterSnapshotIdentifier": "orders-2026-03", "Engine": "aurora-postgresql",
        "Status": "available", "SnapshotType": "manual", "StorageEncrypted": false,
        "DBClusterSnapshotArn": "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:orders-2026-03"}]}
      """;

  private ShareExample() {}

  private static Map<String, String> documents() {
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("key-policy", "key-policy: key-policy.json");
    documents.put("iam-policy", "identity-policies: [iam-policy.json]");
    documents.put("boundary", "permissions-boundary: boundary.json");
    documents.put("session", "session-policy: session.json");
    documents.put("scp", "scps: [scp.json]");
    documents.put("rcp", "rcps: [rcp.json]");
    documents.put("key", "key: key.json");
    documents.put("snapshot", "snapshot: snapshot.json");
    documents.put("attributes", "snapshot-attributes: attributes.json");
    documents.put("request", "request: request.json");
    return documents;
  }

  /** Writes it into an empty folder. */
  static void write(Path folder, String words, String block) {
    Map<String, String> said = said(words);
    List<String> without = List.of(said.getOrDefault("without", "").split(",", -1));
    String in = said.getOrDefault("in", "");
    try {
      copyBase(folder, without);
      if (said.containsKey("plain")) {
        Files.writeString(folder.resolve("snapshot.json"), PLAIN_SNAPSHOT);
      }
      if (in.equals("config")) {
        Files.writeString(folder.resolve(".kmslint.yml"), block);
        return;
      }
      if (!in.isEmpty()) {
        if (!DOCUMENTS.containsKey(in)) {
          throw new IllegalArgumentException("no such document: " + in);
        }
        Files.writeString(folder.resolve(in + ".json"), block);
      }
      Files.writeString(folder.resolve(".kmslint.yml"), configuration(folder, said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyBase(Path folder, List<String> without) throws IOException {
    try (Stream<Path> files = Files.list(BASE)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!without.contains(name.substring(0, name.length() - ".json".length()))) {
          Files.copy(file, folder.resolve(name));
        }
      }
    }
  }

  private static String configuration(Path folder, Map<String, String> said) {
    StringBuilder yaml = new StringBuilder("shares:\n  - name: example\n");
    yaml.append("    to: \"").append(said.getOrDefault("to", "444455556666")).append("\"\n");
    for (String name : List.of("scenario", "region", "key-arn")) {
      if (said.containsKey(name)) {
        yaml.append("    ").append(name).append(": ").append(said.get(name)).append('\n');
      }
    }
    DOCUMENTS.forEach(
        (name, line) -> {
          if (Files.exists(folder.resolve(name + ".json"))) {
            yaml.append("    ").append(line).append('\n');
          }
        });
    return yaml.toString();
  }

  private static Map<String, String> said(String words) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String word : words.strip().split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        said.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return said;
  }
}
