package dev.kmslint.access;

import java.util.List;

/**
 * What the policies of one layer say to a request.
 *
 * @param allow whether one of them allows; yes where the layer was not given and restricts nothing
 * @param deny whether one of them denies
 * @param direct of a key policy: whether it allows by a direct match
 * @param role of a key policy: whether it allows by the session's role
 * @param account of a key policy: whether it allows by the account
 * @param given whether there are policies in it
 * @param matches every statement of the layer's policies, in their order
 */
public record LayerDecision(
    Layer layer,
    Truth allow,
    Truth deny,
    Truth direct,
    Truth role,
    Truth account,
    boolean given,
    List<StatementMatch> matches) {

  static LayerDecision notGiven(Layer layer, Truth allow) {
    return new LayerDecision(
        layer, allow, Truth.NO, Truth.NO, Truth.NO, Truth.NO, false, List.of());
  }
}
