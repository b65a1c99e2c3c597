package dev.kmslint.run;

import org.jspecify.annotations.Nullable;

/**
 * Words a first configuration. What stands behind {@code #} right at a line's start is YAML too.
 */
final class StarterText {
  private final StringBuilder text = new StringBuilder();

  /** The settings that concern all files, all of them as comments. */
  void settings(int files, int keyPolicies) {
    text.append("## The settings of kmslint. `kmslint check .` reads them; names of files are\n");
    text.append("## relative to this one. Found here: ").append(files).append(" files, ");
    text.append(keyPolicies).append(" of them key policies. Lines with one # are examples.\n");
    text.append(
        """

        ## The lowest severity that fails a run: error, warning, note or never.
        #fail-on: error

        ## Accounts and organizations that may have access to the keys.
        #trusted-accounts: ["444455556666"]
        #trusted-orgs: [o-abc1234567]

        ## Values of condition keys that hold in this environment.
        #facts: {"aws:PrincipalOrgID": o-abc1234567}

        ## Files that are passed over in folders.
        #exclude: ["generated/**"]

        ## Rules that are off, or have another severity; `kmslint rules` lists them all.
        #rules: {kms/unscoped-service-principal: note}

        ## Findings that are accepted, by the Sid of the statement or the place in the file.
        #suppress:
        #  - rule: kms/external-access
        #    file: policies/key.json
        #    sid: Allow use of the key
        #    reason: shared with the DR account, ticket 123
        #    expires: 2027-06-30

        ## Uses of a key by another account that must work. Each run proves them.
        """);
  }

  /** A share. */
  void share(String name, FoundShare share, boolean first) {
    text.append(first ? "shares:\n" : "");
    append("", name, share, quoted(share.to()), "");
  }

  /** A share of which it is not certain who is to use the key, as a comment. */
  void doubtful(String name, FoundShare share, boolean first) {
    text.append("## To whom is this key shared, or which of the files belong together?\n");
    text.append(first ? "#shares:\n" : "");
    append("#", name, share, "\"444455556666\"", " # an account id in quotes, or an ARN");
  }

  /** A share where there is none. */
  void exampleShare() {
    text.append(
        """
        #shares:
        #  - name: orders-to-dr
        #    scenario: aurora-snapshot-copy
        #    to: "444455556666"
        #    key-policy: key-policy.json
        #    identity-policies: [iam-policy.json]
        """);
  }

  private void append(String mark, String name, FoundShare share, String to, String remark) {
    text.append(mark).append("  - name: ").append(name).append('\n');
    text.append(mark).append("    scenario: ").append(share.scenario()).append('\n');
    text.append(mark).append("    to: ").append(to).append(remark).append('\n');
    file(mark, "key-policy", share.keyPolicy);
    text.append(mark).append("    identity-policies:\n");
    for (Loaded policy : share.identityPolicies) {
      text.append(mark).append("      - ").append(scalar(policy.name())).append('\n');
    }
    file(mark, "key", share.key);
    file(mark, "snapshot", share.snapshot);
    file(mark, "snapshot-attributes", share.attributes);
    file(mark, "request", share.request);
  }

  private void file(String mark, String setting, @Nullable Loaded file) {
    if (file != null) {
      text.append(mark).append("    ").append(setting).append(": ");
      text.append(scalar(file.name())).append('\n');
    }
  }

  /** A file's name as YAML: plain where nothing in it means anything. */
  private static String scalar(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inside = (c >= '0' && c <= '9') || c == '.' || c == '/' || c == '-' || c == '_';
      if (!letter && !(inside && i > 0)) {
        return quoted(value);
      }
    }
    return value;
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || (c > '~' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c))) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
