package dev.kmslint.catalog;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * An unmodifiable set of a few texts that keeps their order. Making one hashes nothing: the catalog
 * makes a few hundred at every start of the command and looks into a few.
 */
final class SmallSet extends AbstractSet<String> {

  private final List<String> texts;

  private SmallSet(List<String> texts) {
    this.texts = texts;
  }

  /** A set of different texts; a set that is already one of these is not copied. */
  static SmallSet of(Collection<String> texts) {
    return texts instanceof SmallSet set ? set : new SmallSet(List.copyOf(texts));
  }

  @Override
  public boolean contains(Object text) {
    return texts.contains(text);
  }

  @Override
  public Iterator<String> iterator() {
    return texts.iterator();
  }

  @Override
  public int size() {
    return texts.size();
  }
}
