package dev.kmslint.rules;

/** Pages of AWS that several rules stand on. */
public final class AwsPages {
  private static final String IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
  private static final String KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/";

  /** What a key policy looks like, how large it may be, and its characters. */
  public static final String KEY_POLICIES = KMS + "key-policies.html";

  public static final String LEAST_PRIVILEGE = KMS + "least-privilege.html";
  public static final String KEY_POLICY = KMS + "key-policy-overview.html";

  /** The call that saves a key policy, and what it refuses. */
  public static final String PUT_KEY_POLICY =
      "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html";

  /** The condition keys of KMS. */
  public static final String KMS_CONDITIONS = KMS + "conditions-kms.html";

  /** The global condition keys in KMS. */
  public static final String KMS_GLOBAL_CONDITIONS = KMS + "conditions-aws.html";

  /** The actions of KMS, their resources and their condition keys. */
  public static final String KMS_PERMISSIONS = KMS + "kms-api-permissions-reference.html";

  /** Users and roles of other accounts in key policies. */
  public static final String KMS_EXTERNAL_ACCOUNTS =
      KMS + "key-policy-modifying-external-accounts.html";

  /** KMS keys in IAM policies. */
  public static final String KMS_IAM_POLICIES = KMS + "cmks-in-iam-policies.html";

  /** The grammar of policies. */
  public static final String GRAMMAR = IAM + "reference_policies_grammar.html";

  /** The elements of policies. */
  public static final String ELEMENTS = IAM + "reference_policies_elements.html";

  /** The Principal element. */
  public static final String PRINCIPAL = IAM + "reference_policies_elements_principal.html";

  /** The Action element. */
  public static final String ACTION = IAM + "reference_policies_elements_action.html";

  /** The Resource element. */
  public static final String RESOURCE = IAM + "reference_policies_elements_resource.html";

  /** The Condition element and its operators. */
  public static final String OPERATORS =
      IAM + "reference_policies_elements_condition_operators.html";

  /** Policy variables. */
  public static final String VARIABLES = IAM + "reference_policies_variables.html";

  /** Condition keys with several values. */
  public static final String SET_OPERATORS =
      IAM + "reference_policies_condition-single-vs-multi-valued-context-keys.html";

  /** The global condition keys. */
  public static final String GLOBAL_KEYS = IAM + "reference_policies_condition-keys.html";

  /** Ids and ARNs. */
  public static final String IDENTIFIERS = IAM + "reference_identifiers.html";

  /** How policies are put together and decided. */
  public static final String EVALUATION = IAM + "reference_policies_evaluation-logic.html";

  /** What Access Analyzer finds wrong with policies. */
  public static final String POLICY_CHECKS = IAM + "access-analyzer-reference-policy-checks.html";

  /** The actions, resource types and condition keys of all services. */
  public static final String SERVICE_AUTHORIZATION =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

  private AwsPages() {}
}
