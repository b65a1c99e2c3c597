package dev.kmslint.lint;

import dev.kmslint.pair.Pairing;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.Document;
import java.util.List;

/** A rule: a pure function from what was read to findings. It keeps no state. */
public sealed interface Rule {
  /** What is to be known of it. */
  RuleInfo info();

  /** A rule about a file's text. */
  non-sealed interface OfDocument extends Rule {
    List<Finding> check(Document document);
  }

  /** A rule about one policy. */
  non-sealed interface OfPolicy extends Rule {
    List<Finding> check(PolicyContext context);
  }

  /** A rule about a sharing: it words gaps, and is not asked where there is none. */
  non-sealed interface OfShare extends Rule {
    List<Finding> check(ShareResult result);
  }

  /** A rule about key policies and identity policies, held against each other. */
  non-sealed interface OfPairing extends Rule {
    List<Finding> check(Pairing pairing);
  }

  /** A rule about a suppression. */
  non-sealed interface OfSuppression extends Rule {
    List<Finding> check(SuppressionUse use);
  }
}
