import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what {@code aws iam get-account-authorization-details} could print for a large account:
 * mostly roles with their trust policies, some inline policies, some managed ones.
 *
 * <p>{@code java Export.java MEGABYTES FILE [EVERY]}; one of EVERY (100) roles has a policy with a
 * finding.
 */
final class Export {
  private static final String ACCOUNT = "111122223333";

  private Export() {}

  public static void main(String[] arguments) throws IOException {
    long bytes = Long.parseLong(arguments[0]) * 1_000_000;
    int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    StringBuilder text = new StringBuilder();
    long written = 0;
    try (Writer out =
        Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
      out.write("{\n    \"UserDetailList\": [\n");
      for (int i = 0; i < 100; i++) {
        out.write(i == 0 ? "" : ",\n");
        out.write(
            """
                    {
                        "Path": "/",
                        "UserName": "user-%1$d",
                        "UserId": "AIDAEXAMPLE%1$06d",
                        "Arn": "arn:aws:iam::%2$s:user/user-%1$d",
                        "GroupList": ["developers"],
                        "AttachedManagedPolicies": [],
                        "Tags": []
                    }"""
                .formatted(i, ACCOUNT));
      }
      out.write("\n    ],\n    \"GroupDetailList\": [],\n    \"RoleDetailList\": [\n");
      int roles = 0;
      while (written < bytes - bytes / 20) {
        text.setLength(0);
        text.append(roles == 0 ? "" : ",\n");
        role(roles, roles % every == 0, text);
        out.append(text);
        written += text.length();
        roles++;
      }
      out.write("\n    ],\n    \"Policies\": [\n");
      for (int i = 0; written < bytes; i++) {
        text.setLength(0);
        text.append(i == 0 ? "" : ",\n");
        managed(i, text);
        out.append(text);
        written += text.length();
      }
      out.write("\n    ]\n}\n");
    }
  }

  private static void role(int i, boolean wrong, StringBuilder out) {
    out.append(
        """
                {
                    "Path": "/service/",
                    "RoleName": "role-%1$d",
                    "RoleId": "AROAEXAMPLE%1$06d",
                    "Arn": "arn:aws:iam::%2$s:role/service/role-%1$d",
                    "CreateDate": "2026-01-01T00:00:00+00:00",
                    "AssumeRolePolicyDocument": {
                        "Version": "2012-10-17",
                        "Statement": [
                            {
                                "Effect": "Allow",
                                "Principal": {
                                    "Service": "lambda.amazonaws.com"
                                },
                                "Action": "sts:AssumeRole"
                            }
                        ]
                    },
                    "InstanceProfileList": [],
                    "RolePolicyList": ["""
            .formatted(i, ACCOUNT));
    if (i % 4 == 0 || wrong) {
      String key = wrong ? "*" : "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/1234abcd-12ab-34cd-56ef-1234567890ab";
      out.append(
          """

                        {
                            "PolicyName": "inline",
                            "PolicyDocument": {
                                "Version": "2012-10-17",
                                "Statement": [
                                    {
                                        "Sid": "Logs",
                                        "Effect": "Allow",
                                        "Action": [
                                            "logs:CreateLogStream",
                                            "logs:PutLogEvents"
                                        ],
                                        "Resource": "arn:aws:logs:us-east-1:%1$s:log-group:/aws/lambda/f-%2$d:*"
                                    },
                                    {
                                        "Sid": "Key",
                                        "Effect": "Allow",
                                        "Action": [
                                            "kms:Decrypt",
                                            "kms:GenerateDataKey"
                                        ],
                                        "Resource": "%3$s"
                                    }
                                ]
                            }
                        }
                    """
              .formatted(ACCOUNT, i, key));
    }
    out.append(
        """
        ],
                    "AttachedManagedPolicies": [
                        {
                            "PolicyName": "managed-%1$d",
                            "PolicyArn": "arn:aws:iam::%2$s:policy/managed-%1$d"
                        }
                    ],
                    "Tags": [],
                    "RoleLastUsed": {
                        "LastUsedDate": "2026-10-01T00:00:00+00:00",
                        "Region": "us-east-1"
                    }
                }"""
            .formatted(i % 500, ACCOUNT));
  }

  private static void managed(int i, StringBuilder out) {
    out.append(
        """
                {
                    "PolicyName": "managed-%1$d",
                    "PolicyId": "ANPAEXAMPLE%1$06d",
                    "Arn": "arn:aws:iam::%2$s:policy/managed-%1$d",
                    "Path": "/",
                    "DefaultVersionId": "v1",
                    "AttachmentCount": 1,
                    "IsAttachable": true,
                    "PolicyVersionList": [
                        {
                            "Document": {
                                "Version": "2012-10-17",
                                "Statement": [
                                    {
                                        "Effect": "Allow",
                                        "Action": [
                                            "s3:GetObject",
                                            "s3:ListBucket"
                                        ],
                                        "Resource": [
                                            "arn:aws:s3:::bucket-%1$d",
                                            "arn:aws:s3:::bucket-%1$d/*"
                                        ]
                                    }
                                ]
                            },
                            "VersionId": "v1",
                            "IsDefaultVersion": true
                        }
                    ]
                }"""
            .formatted(i, ACCOUNT));
  }
}
