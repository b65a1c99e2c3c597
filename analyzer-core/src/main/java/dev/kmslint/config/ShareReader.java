package dev.kmslint.config;

import dev.kmslint.policy.Text;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an entry under {@code shares}. */
final class ShareReader {
  private static final List<String> NAMES =
      List.of(
          "name",
          "scenario",
          "to",
          "root-user",
          "key-arn",
          "region",
          "key-policy",
          "identity-policies",
          "permissions-boundary",
          "session-policy",
          "scps",
          "rcps",
          "key",
          "snapshot",
          "snapshot-attributes",
          "request",
          "facts");

  private final Values values;

  ShareReader(Values values) {
    this.values = values;
  }

  /** The share; null when it does not say to whom. */
  @Nullable ShareConfig read(Node element) {
    if (!(element instanceof Node.ObjectNode object)) {
      values.misshapen(element.location(), "a share must be an object, not " + element.kind());
      return null;
    }
    values.checkNames(object, NAMES);
    values.require(object, "to", "a share");
    Text name = values.text(object.member("name"));
    Scenario scenario = scenario(values.text(object.member("scenario")));
    Text to = to(object.member("to"));
    boolean rootUser = values.flag(object.member("root-user"));
    Text keyArn = keyArn(values.text(object.member("key-arn")));
    Text region = region(values.text(object.member("region")));
    ShareConfig.Files files =
        new ShareConfig.Files(
            values.text(object.member("key-policy")),
            values.texts(object.member("identity-policies")),
            values.text(object.member("permissions-boundary")),
            values.text(object.member("session-policy")),
            values.texts(object.member("scps")),
            values.texts(object.member("rcps")),
            values.text(object.member("key")),
            values.text(object.member("snapshot")),
            values.text(object.member("snapshot-attributes")),
            values.text(object.member("request")));
    SourceLocation narrow = name == null ? object.location().first() : name.location();
    SourceLocation place =
        new SourceLocation(
            narrow.file(), narrow.start(), narrow.end(), object.location().pointer());
    return to == null
        ? null
        : new ShareConfig(
            place,
            name == null ? "" : name.value(),
            scenario,
            to.value(),
            rootUser,
            keyArn == null ? "" : keyArn.value(),
            region == null ? "" : region.value(),
            files,
            values.facts(object.member("facts")));
  }

  private @Nullable Text to(Node.@Nullable Member member) {
    Text to = member == null ? null : values.accountText(member.name(), member.value());
    if (to == null) {
      return null;
    }
    String complaint = Complaints.aboutTo(to.value());
    if (!complaint.isEmpty()) {
      values.wrong(to.location(), complaint);
      return null;
    }
    return to;
  }

  private @Nullable Scenario scenario(@Nullable Text name) {
    if (name == null) {
      return null;
    }
    Scenario scenario = Scenarios.named(name.value());
    if (scenario == null) {
      values.misshapen(name.location(), Complaints.aboutScenario(name.value()));
    }
    return scenario;
  }

  private @Nullable Text keyArn(@Nullable Text arn) {
    String complaint = arn == null ? "" : Complaints.aboutKeyArn(arn.value());
    if (arn != null && !complaint.isEmpty()) {
      values.wrong(arn.location(), complaint);
      return null;
    }
    return arn;
  }

  private @Nullable Text region(@Nullable Text region) {
    String complaint = region == null ? "" : Complaints.aboutRegion(region.value());
    if (region != null && !complaint.isEmpty()) {
      values.wrong(region.location(), complaint);
      return null;
    }
    return region;
  }
}
