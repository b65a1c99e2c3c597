package dev.kmslint.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Keeps what is logged as {@code LEVEL message}. */
final class RecordingLog implements Log {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  /** The lines of a level. */
  List<String> lines(String level) {
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(level + " ")) {
        found.add(line.substring(level.length() + 1));
      }
    }
    return found;
  }

  @Override
  public boolean isDebugEnabled() {
    return true;
  }

  @Override
  public void debug(@Nullable CharSequence content) {
    lines.add("DEBUG " + content);
  }

  @Override
  public void debug(@Nullable CharSequence content, @Nullable Throwable error) {
    lines.add("DEBUG " + content + " " + error);
  }

  @Override
  public void debug(@Nullable Throwable error) {
    lines.add("DEBUG " + error);
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public void info(@Nullable CharSequence content) {
    lines.add("INFO " + content);
  }

  @Override
  public void info(@Nullable CharSequence content, @Nullable Throwable error) {
    lines.add("INFO " + content + " " + error);
  }

  @Override
  public void info(@Nullable Throwable error) {
    lines.add("INFO " + error);
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public void warn(@Nullable CharSequence content) {
    lines.add("WARN " + content);
  }

  @Override
  public void warn(@Nullable CharSequence content, @Nullable Throwable error) {
    lines.add("WARN " + content + " " + error);
  }

  @Override
  public void warn(@Nullable Throwable error) {
    lines.add("WARN " + error);
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  public void error(@Nullable CharSequence content) {
    lines.add("ERROR " + content);
  }

  @Override
  public void error(@Nullable CharSequence content, @Nullable Throwable error) {
    lines.add("ERROR " + content + " " + error);
  }

  @Override
  public void error(@Nullable Throwable error) {
    lines.add("ERROR " + error);
  }
}
