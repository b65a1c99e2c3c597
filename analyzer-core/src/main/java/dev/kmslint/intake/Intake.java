package dev.kmslint.intake;

import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a document what kmslint knows. */
public final class Intake {
  private final List<Content> contents = new ArrayList<>();
  private final List<SyntaxFault> faults = new ArrayList<>();

  private final Given given;
  private int policies;

  private Intake(Given given) {
    this.given = given;
  }

  /**
   * What is to be kept from one part of a document to the next: so the policies of a list are known
   * to those whom another list names.
   */
  public static final class Memory {
    private final List<Carrier> carriers = new ArrayList<>();

    private Carrier same(Carrier other) {
      for (Carrier each : carriers) {
        if (each.getClass() == other.getClass()) {
          return each;
        }
      }
      carriers.add(other);
      return other;
    }
  }

  /**
   * The lists that can make a document large, those of one kind of document together, in the order
   * in which its parts are to be read.
   */
  public static List<List<String>> longLists() {
    return List.of(AuthorizationDetails.LISTS, ConfigItems.LISTS);
  }

  /** Whether elements of a long list can be keys, or their policies. */
  public static boolean canBeKeys(String list) {
    return ConfigItems.LISTS.contains(list);
  }

  /**
   * Looks through a part of a document.
   *
   * @param memory the same for all parts of one document
   */
  public static Intake ofPart(Document part, Given given, Memory memory) {
    Intake intake = new Intake(given);
    if (part.root() instanceof Node.ObjectNode root) {
      intake.find(root, memory);
    }
    return intake;
  }

  /**
   * What can be told after the last part of a document.
   *
   * @param memory that of its parts
   */
  public static Intake ofEnd(Given given, Memory memory) {
    Intake intake = new Intake(given);
    for (Carrier carrier : memory.carriers) {
      carrier.finish(intake);
    }
    return intake;
  }

  /** Looks through a document. */
  public static Intake of(Document document, Given given) {
    Intake intake = new Intake(given);
    if (document.root() instanceof Node.ObjectNode root) {
      intake.find(root, null);
    }
    return intake;
  }

  /**
   * What the document holds, in the order of the text; empty when it holds nothing that kmslint
   * knows or could not be read.
   */
  public List<Content> contents() {
    return List.copyOf(contents);
  }

  /** What is wrong with text inside the document that should be a document of its own. */
  public List<SyntaxFault> faults() {
    return List.copyOf(faults);
  }

  /** What is known besides the document. */
  Given given() {
    return given;
  }

  /** How many policies were found so far. */
  int policies() {
    return policies;
  }

  void add(Content content) {
    contents.add(content);
    policies += content instanceof Content.FoundPolicy ? 1 : 0;
  }

  void addAll(List<SyntaxFault> more) {
    faults.addAll(more);
  }

  private void find(Node.ObjectNode root, @Nullable Memory memory) {
    List<Carrier> tried = new ArrayList<>();
    for (Node.Member member : root.members()) {
      Carrier carrier = carrier(member.name());
      if (carrier != null && !isAmong(tried, carrier)) {
        tried.add(carrier);
        (memory == null ? carrier : memory.same(carrier)).read(root, this);
      }
    }
    for (Carrier carrier : memory == null ? tried : List.<Carrier>of()) {
      carrier.finish(this);
    }
  }

  private static boolean isAmong(List<Carrier> tried, Carrier carrier) {
    for (Carrier each : tried) {
      if (each.getClass() == carrier.getClass()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The carrier that a member of a document speaks for; null for a name that none knows. A carrier
   * looks again, and is loaded only when a name calls for it.
   */
  private static @Nullable Carrier carrier(String member) {
    return switch (member) {
      case "Statement", "Version" -> new BarePolicy();
      case "PolicyName", "PolicyVersion" -> new PolicyOutput();
      case "Policy" -> new OrganizationPolicy();
      case "KeyMetadata", "KeyId" -> new DescribedKey();
      case "Grants" -> new ListedGrants();
      case "DBClusterSnapshots", "DBSnapshots", "DBClusterSnapshotArn", "DBSnapshotArn" ->
          new DescribedSnapshots();
      case "DBClusterSnapshotAttributesResult",
          "DBSnapshotAttributesResult",
          "DBClusterSnapshotAttributes",
          "DBSnapshotAttributes" ->
          new DescribedAttributes();
      case "SourceDBClusterSnapshotIdentifier",
          "SourceDBSnapshotIdentifier",
          "SnapshotIdentifier",
          "DBInstanceIdentifier" ->
          new SnapshotCall();
      case "UserDetailList", "GroupDetailList", "RoleDetailList", "Policies" ->
          new AuthorizationDetails();
      case "resourceType", "configurationItems", "baseConfigurationItems", "Results" ->
          new ConfigItems();
      case "kmsKey", "rdsDbClusterSnapshot", "rdsDbSnapshot", "configurations" ->
          new AccessPreview();
      case "Resources" -> new CloudFormation();
      case "resource_changes", "planned_values", "values" -> new Terraform();
      default -> null;
    };
  }
}
