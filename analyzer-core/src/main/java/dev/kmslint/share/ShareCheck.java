package dev.kmslint.share;

import dev.kmslint.catalog.Catalog;

/** Decides whether a sharing works, and names what is missing. */
public final class ShareCheck {
  private final Catalog catalog;

  /** A check that takes its facts about AWS from a catalogue. */
  public ShareCheck(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Checks one sharing. */
  public ShareResult check(ShareInput input) {
    throw new IllegalStateException(catalog.source() + input.name());
  }
}
