package dev.kmslint.access.exact.atom;

/** The classes of characters that patterns speak of. */
public final class Chars {
  /** Anything. */
  public static final int ANY = 0;

  /** Anything but a colon. */
  public static final int NO_COLON = 1;

  /** Anything but a slash. */
  public static final int NO_SLASH = 2;

  public static final int DIGIT = 3;

  /** What the names of users, roles and sessions are made of. */
  public static final int NAME = 4;

  /** What the paths of users and roles are made of. */
  public static final int PATH = 5;

  /** What partitions, Regions, services and service principals are made of. */
  public static final int HOST = 6;

  /** What unique ids are made of. */
  public static final int UPPER_OR_DIGIT = 7;

  /** What key ids are made of. */
  public static final int KEY_ID = 8;

  /** Anything but the separator of callers' texts. */
  public static final int FIELD = 9;

  private static final int CLASSES = 10;

  /** Stands between the parts of a caller's text; no wildcard of a policy matches it there. */
  public static final char SEPARATOR = '\n';

  /** Every character that stands for others, the most readable first. */
  private static final String SAMPLES = samples();

  private static final String[] GROUPS = groups();

  private Chars() {}

  private static String samples() {
    StringBuilder text = new StringBuilder("x0X-/:.@_ ");
    for (char c = 'a'; c <= 'z'; c++) {
      text.append(c).append(Character.toUpperCase(c));
    }
    for (char c = 0x20; c < 0x7f; c++) {
      text.append(c);
    }
    return text.append("\u00e9\u00e8\u00ea\u00eb").toString();
  }

  private static String[] groups() {
    StringBuilder[] byKind = new StringBuilder[1 << CLASSES];
    int count = 0;
    for (int i = 0; i < SAMPLES.length(); i++) {
      char c = SAMPLES.charAt(i);
      int kind = 0;
      for (int each = 0; each < CLASSES; each++) {
        kind |= in(each, c) ? 1 << each : 0;
      }
      if (byKind[kind] == null) {
        byKind[kind] = new StringBuilder();
        count++;
      }
      if (byKind[kind].indexOf(String.valueOf(c)) < 0) {
        byKind[kind].append(c);
      }
    }
    String[] groups = new String[count];
    int next = 0;
    for (int i = 0; i < SAMPLES.length(); i++) {
      for (int kind = 0; kind < byKind.length; kind++) {
        if (byKind[kind] != null && byKind[kind].charAt(0) == SAMPLES.charAt(i)) {
          groups[next++] = byKind[kind].toString();
          byKind[kind] = null;
        }
      }
    }
    return groups;
  }

  /** How many groups of characters no class tells apart. */
  static int groupCount() {
    return GROUPS.length;
  }

  /** The characters of a group, the most readable first. */
  static String group(int index) {
    return GROUPS[index];
  }

  /** Whether a character is in a class. */
  static boolean in(int charClass, int c) {
    return switch (charClass) {
      case ANY -> true;
      case FIELD -> c != SEPARATOR;
      case NO_COLON -> c != SEPARATOR && c != ':';
      case NO_SLASH -> c != SEPARATOR && c != '/';
      case DIGIT -> c >= '0' && c <= '9';
      case NAME -> isAlphanumeric(c) || "_+=,.@-".indexOf(c) >= 0;
      case PATH -> c > 0x20 && c < 0x7f;
      case HOST -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
      case UPPER_OR_DIGIT -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      default -> isAlphanumeric(c) || c == '-';
    };
  }

  /** Whether every character of one class is in another. */
  static boolean within(int narrow, int wide) {
    if (narrow == wide || wide == ANY) {
      return true;
    }
    return switch (wide) {
      case FIELD -> narrow != ANY;
      case NO_COLON -> narrow != FIELD && narrow != PATH && narrow != ANY && narrow != NO_SLASH;
      case NO_SLASH -> narrow != FIELD && narrow != PATH && narrow != ANY && narrow != NO_COLON;
      case NAME ->
          narrow == DIGIT || narrow == UPPER_OR_DIGIT || narrow == KEY_ID || narrow == HOST;
      case PATH -> narrow != ANY && narrow != FIELD && narrow != NO_COLON && narrow != NO_SLASH;
      case KEY_ID -> narrow == DIGIT || narrow == UPPER_OR_DIGIT;
      case UPPER_OR_DIGIT, HOST -> narrow == DIGIT;
      default -> false;
    };
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
