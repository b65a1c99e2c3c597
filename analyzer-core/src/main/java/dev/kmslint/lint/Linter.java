package dev.kmslint.lint;

import dev.kmslint.pair.Pairing;
import dev.kmslint.policy.Policy;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.Document;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the rules. A rule that fails takes no other with it: its failure becomes an {@link
 * Report.InputError}. Keeps no state; safe for use by several threads.
 */
public final class Linter {
  private final RuleSet rules;

  /** A linter that runs the enabled rules of a set. */
  public Linter(RuleSet rules) {
    this.rules = rules;
  }

  /** What the rules about text say about a file. */
  public LintResult check(Document document) {
    Run run = new Run(rules, document.file().path());
    for (Rule rule : rules.enabledRules()) {
      if (rule instanceof Rule.OfDocument one) {
        try {
          run.add(rule, one.check(document));
        } catch (RuntimeException | StackOverflowError e) {
          run.failed(rule, e);
        }
      }
    }
    return run.result();
  }

  /**
   * Takes findings away that others make superfluous where they are.
   *
   * @param causes the others, about the text itself
   * @param findings those about policies
   */
  public void leaveOutSuperseded(List<Finding> causes, List<Finding> findings) {
    Set<String> superseded = new HashSet<>();
    for (Finding cause : causes) {
      for (Rule rule : rules.enabledRules()) {
        if (rule.info().id().equals(cause.rule())) {
          for (RuleInfo.Superseded other : rule.info().supersedes()) {
            superseded.add(spot(other.rule(), cause.location()));
          }
        }
      }
    }
    findings.removeIf(finding -> superseded.contains(spot(finding.rule(), finding.location())));
  }

  private static String spot(String rule, SourceLocation place) {
    return rule + '\n' + place.offset() + '\n' + place.endOffset() + '\n' + place.file().path();
  }

  /** What the rules about policies say about a policy. */
  public LintResult check(PolicyContext context) {
    Run run = new Run(rules, context.policy().file().path());
    for (Rule rule : rules.enabledRules()) {
      if (rule instanceof Rule.OfPolicy one) {
        try {
          run.add(rule, one.check(context));
        } catch (RuntimeException | StackOverflowError e) {
          run.failed(rule, e);
        }
      }
    }
    run.leaveOutSuperseded(context.policy());
    return run.result();
  }

  /** What the rules about sharing say about a share, and what went wrong when it was checked. */
  public LintResult check(ShareResult share) {
    Run run = new Run(rules, share.location().file().path());
    for (String fault : share.internalErrors()) {
      run.failed(share, fault);
    }
    if (share.gaps().isEmpty()) {
      return run.result();
    }
    for (Rule rule : rules.enabledShareRules()) {
      if (rule instanceof Rule.OfShare one) {
        try {
          run.add(rule, one.check(share));
        } catch (RuntimeException | StackOverflowError e) {
          run.failed(rule, e);
        }
      }
    }
    return run.result();
  }

  /** What the rules about pairs of policies say. */
  public LintResult check(Pairing pairing) {
    Run run = new Run(rules, "(kmslint)");
    for (Rule rule : rules.enabledShareRules()) {
      if (rule instanceof Rule.OfPairing one) {
        try {
          run.add(rule, one.check(pairing));
        } catch (RuntimeException | StackOverflowError e) {
          run.failed(rule, e);
        }
      }
    }
    return run.result();
  }

  /** What the rules about suppressions say about one. */
  public LintResult check(SuppressionUse use) {
    Run run = new Run(rules, use.location().file().path());
    for (Rule rule : rules.enabledRules()) {
      if (rule instanceof Rule.OfSuppression one) {
        try {
          run.add(rule, one.check(use));
        } catch (RuntimeException | StackOverflowError e) {
          run.failed(rule, e);
        }
      }
    }
    return run.result();
  }

  /** Gathers what the rules say about one thing. */
  private static final class Run {
    private final RuleSet rules;
    private final String path;
    private final List<RuleInfo> superseding = new ArrayList<>();
    private List<Finding> findings = new ArrayList<>();
    private final List<Report.InputError> errors = new ArrayList<>();

    Run(RuleSet rules, String path) {
      this.rules = rules;
      this.path = path;
    }

    void add(Rule rule, List<Finding> found) {
      if (!found.isEmpty() && !rule.info().supersedes().isEmpty()) {
        superseding.add(rule.info());
      }
      Severity graded = rules.graded(rule.info().id());
      for (Finding finding : found) {
        findings.add(graded == null ? finding : finding.as(graded));
      }
    }

    /** One root cause, one finding. */
    void leaveOutSuperseded(Policy policy) {
      if (!superseding.isEmpty()) {
        findings = new Supersession(superseding, findings, policy).remaining();
      }
    }

    void failed(Rule rule, Throwable failure) {
      String message = "internal error in rule `" + rule.info().id() + "`";
      errors.add(new Report.InputError(path, message, failure));
    }

    void failed(ShareResult share, String fault) {
      String message = "internal error while checking share `" + share.name() + "`: " + fault;
      errors.add(new Report.InputError(path, message, new IllegalStateException(fault)));
    }

    LintResult result() {
      return new LintResult(findings, errors);
    }
  }
}
