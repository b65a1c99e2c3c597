package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.Policies;
import dev.kmslint.policy.Principal;
import java.util.List;
import java.util.Objects;

/** Texts of callers for tests; all of one account but the service. */
final class SomeCallers {
  static final String USER = "U\narn:aws:iam::111122223333:user/p/u";
  static final String OTHER_USER = "U\narn:aws:iam::111122223333:user/v";
  static final String SESSION = "T\narn:aws:iam::111122223333:role/p/R\ns1";
  static final String OTHER_SESSION = "T\narn:aws:iam::111122223333:role/p/R\ns2";
  static final String FEDERATED = "F\narn:aws:sts::111122223333:federated-user/f";
  static final String ROOT = "R\narn:aws:iam::111122223333:root";
  static final String SERVICE = "S\nrds.amazonaws.com";

  static final List<String> ALL =
      List.of(USER, OTHER_USER, SESSION, OTHER_SESSION, FEDERATED, ROOT, SERVICE);

  private SomeCallers() {}

  /** A principal that a policy names in single quotes, as in {@code {'AWS':'*'}}. */
  static List<Principal> principals(String json) {
    String statement = "{'Effect':'Allow','Principal':" + json + ",'Action':'*','Resource':'*'}";
    return Objects.requireNonNull(Policies.key(statement).statements().get(0).principals())
        .entries();
  }

  static PrincipalTests tests(String json, boolean services) {
    return PrincipalTests.of(
        principals(json), new Callers(false), new DerivedKeys(false), services);
  }
}
