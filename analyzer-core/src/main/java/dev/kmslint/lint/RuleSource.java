package dev.kmslint.lint;

import java.util.List;

/**
 * Where rules come from. Those about both sides are asked for only when a sharing has a gap, or
 * policies are held against each other: making some thirty rules takes longer than reading one.
 */
public interface RuleSource {
  /** The rules about files, policies and suppressions. */
  List<Rule> rules();

  /** The rules about sharing, and about key policies and identity policies together. */
  List<Rule> shareRules();
}
