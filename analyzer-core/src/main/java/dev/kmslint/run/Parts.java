package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The policies of a file that is read in parts: of each only when it is its turn. */
final class Parts implements Iterable<Policies.Known> {
  private final Loaded file;
  private boolean some;

  Parts(Loaded file) {
    this.file = file;
  }

  /** Whether somebody who went through them met one. */
  boolean hadSome() {
    return some;
  }

  /** The policies of a kind; of identity policies, those of the caller. */
  static List<FoundPolicy> ofKind(Loaded file, PolicyKind kind, Sorting sorting) {
    List<FoundPolicy> found = new ArrayList<>();
    for (Content content : file.contents()) {
      if (content instanceof FoundPolicy policy
          && policy.policy().kind() == kind
          && (kind != PolicyKind.IDENTITY || sorting.isOfTheCaller(policy, file))) {
        found.add(policy);
      }
    }
    return found;
  }

  /** Some policies and then others. */
  static Iterable<Policies.Known> after(List<Iterable<Policies.Known>> some) {
    return () -> new Following(some.iterator());
  }

  @Override
  public Iterator<Policies.Known> iterator() {
    return new OfFile();
  }

  private final class OfFile implements Iterator<Policies.Known> {
    private final Iterator<Content> contents = file.contents().iterator();
    private @Nullable FoundPolicy next;

    @Override
    public boolean hasNext() {
      while (next == null && contents.hasNext()) {
        next = contents.next() instanceof FoundPolicy found ? found : null;
      }
      return next != null;
    }

    @Override
    public Policies.Known next() {
      FoundPolicy found = hasNext() ? next : null;
      if (found == null) {
        throw new NoSuchElementException();
      }
      next = null;
      some = true;
      return Policies.Known.of(file, found);
    }
  }

  private static final class Following implements Iterator<Policies.Known> {
    private final Iterator<Iterable<Policies.Known>> some;
    private Iterator<Policies.Known> here = List.<Policies.Known>of().iterator();

    Following(Iterator<Iterable<Policies.Known>> some) {
      this.some = some;
    }

    @Override
    public boolean hasNext() {
      while (!here.hasNext() && some.hasNext()) {
        here = some.next().iterator();
      }
      return here.hasNext();
    }

    @Override
    public Policies.Known next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return here.next();
    }
  }
}
