package dev.kmslint.lint;

import java.util.List;

/**
 * Where rules come from. Those about sharing are asked for only when a sharing has a gap: making
 * some thirty rules takes longer than reading a policy.
 */
public interface RuleSource {
  /** The rules about files, policies and suppressions. */
  List<Rule> rules();

  /** The rules about sharing. */
  List<Rule> shareRules();
}
