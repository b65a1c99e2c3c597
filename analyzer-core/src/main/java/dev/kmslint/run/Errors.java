package dev.kmslint.run;

import dev.kmslint.lint.Report.InputError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Gathers what could not be read. */
final class Errors {
  private final Workspace workspace;
  private final List<InputError> errors = new ArrayList<>();

  Errors(Workspace workspace) {
    this.workspace = workspace;
  }

  void add(Path file, String message) {
    add(workspace.nameOf(file), message);
  }

  /** Adds an error, once. */
  void add(String file, String message) {
    add(new InputError(file, message));
  }

  void add(InputError error) {
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  void addAll(Collection<InputError> more) {
    for (InputError error : more) {
      add(error);
    }
  }

  /** The errors in the order of files and messages. */
  List<InputError> sorted() {
    if (errors.size() > 1) {
      errors.sort(Comparator.comparing(InputError::file).thenComparing(InputError::message));
    }
    return List.copyOf(errors);
  }

  /** Why reading failed, in words without the path. */
  static String reason(Exception e) {
    Throwable cause = e instanceof IOException || e.getCause() == null ? e : e.getCause();
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
