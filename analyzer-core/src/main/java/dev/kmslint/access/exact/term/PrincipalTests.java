package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.Chars.ANY;
import static dev.kmslint.access.exact.atom.Chars.SEPARATOR;
import static dev.kmslint.access.exact.atom.Pattern.star;

import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The callers that a list of principals names, by the kind of match.
 *
 * @param direct by the caller's own ARN, or by {@code *}
 * @param maybeDirect the same, with those of whom AWS does not say it
 * @param doubtful those of whom AWS does not say it, each in doubt by itself
 * @param users whose sessions some of them may be: the doubt about other users is another one
 * @param role by the ARN of the session's role
 * @param account by the account
 * @param everyone by {@code *} alone
 */
record PrincipalTests(
    ValueTest.Text direct,
    ValueTest.Text maybeDirect,
    List<ValueTest.Text> doubtful,
    String users,
    ValueTest.Text role,
    ValueTest.Text account,
    ValueTest.Text everyone) {

  /**
   * What a list of principals names.
   *
   * @param services whether {@code *} certainly stands for AWS services too
   */
  static PrincipalTests of(
      List<Principal> entries, Callers callers, DerivedKeys derived, boolean services) {
    List<Pattern> direct = new ArrayList<>();
    List<Pattern> maybe = new ArrayList<>();
    List<ValueTest.Text> doubtful = new ArrayList<>();
    Set<String> users = new TreeSet<>();
    List<Pattern> role = new ArrayList<>();
    List<Pattern> account = new ArrayList<>();
    List<Pattern> everyone = new ArrayList<>();
    for (Principal entry : entries) {
      Arn arn = entry.arn();
      switch (entry.form()) {
        case EVERYONE:
          everyone.addAll(((ValueTest.Text) derived.having("aws:principalarn")).patterns());
          ValueTest.Text acting = (ValueTest.Text) derived.having("aws:principalservicename");
          if (services) {
            everyone.addAll(acting.patterns());
          } else {
            maybe.addAll(acting.patterns());
            addOnce(acting, doubtful);
          }
          break;
        case ACCOUNT:
          addAccount(entry, derived, account);
          break;
        case USER:
          if (arn != null) {
            direct.add(own(Callers.USER, entry.value(), callers));
            users.add(entry.value());
            maybe.add(federatedOf(arn));
            addOnce(new ValueTest.Text(List.of(federatedOf(arn))), doubtful);
          }
          break;
        case ROLE:
          role.add(
              Callers.start(Callers.SESSION)
                  .then(entry.value())
                  .then("" + SEPARATOR)
                  .then(star(ANY)));
          break;
        case ROLE_SESSION:
          if (arn != null) {
            direct.addAll(
                callers.sessions(
                    arn.partition(), arn.account(), entry.sessionRoleName(), arn.lastName()));
          }
          break;
        case FEDERATED_USER:
          direct.add(own(Callers.FEDERATED, entry.value(), callers));
          break;
        case SERVICE:
          direct.add(Callers.start(Callers.SERVICE).then(entry.value()));
          break;
        default:
          break;
      }
    }
    direct.addAll(everyone);
    ValueTest.Text sure = new ValueTest.Text(direct);
    maybe.addAll(direct);
    return new PrincipalTests(
        sure,
        maybe.size() == direct.size() ? sure : new ValueTest.Text(maybe),
        List.copyOf(doubtful),
        String.join(" ", users),
        new ValueTest.Text(role),
        new ValueTest.Text(account),
        new ValueTest.Text(everyone));
  }

  private static void addOnce(ValueTest.Text test, List<ValueTest.Text> to) {
    for (ValueTest.Text known : to) {
      if (known.patterns().equals(test.patterns())) {
        return;
      }
    }
    to.add(test);
  }

  private static void addAccount(Principal entry, DerivedKeys derived, List<Pattern> to) {
    Arn arn = entry.arn();
    List<Pattern> any =
        derived
            .callers("aws:principalaccount", List.of(Pattern.literal(entry.account())))
            .patterns();
    if (arn == null) {
      to.addAll(any);
      return;
    }
    for (Pattern pattern : any) {
      to.add(pattern.withFirstStar(arn.partition()));
    }
  }

  private static Pattern own(char kind, String arn, Callers callers) {
    Pattern own = Callers.start(kind).then(arn);
    return kind == Callers.USER && callers.ids() ? own.then("" + SEPARATOR).then(star(ANY)) : own;
  }

  /** Federated users that a user of an account may have made. */
  private static Pattern federatedOf(Arn user) {
    return Callers.start(Callers.FEDERATED)
        .then("arn:" + user.partition() + ":sts::" + user.account() + ":")
        .then(star(ANY));
  }

  /** The callers who are matched at all. */
  ValueTest.Text any(boolean asWide) {
    List<Pattern> all = new ArrayList<>((asWide ? maybeDirect : direct).patterns());
    all.addAll(role.patterns());
    all.addAll(account.patterns());
    return new ValueTest.Text(all);
  }
}
