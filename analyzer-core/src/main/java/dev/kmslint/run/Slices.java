package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.Given;
import dev.kmslint.intake.IgnoreComments;
import dev.kmslint.intake.Intake;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonOutline;
import dev.kmslint.source.JsonPart;
import dev.kmslint.source.LargeText;
import dev.kmslint.source.SourceLocation;
import dev.kmslint.source.SyntaxFault;
import java.io.IOException;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds that is read in parts: each time that somebody goes through it, the parts are
 * read again, and only one of them is in memory.
 */
final class Slices extends AbstractCollection<Content> {
  private final LargeText text;
  private final JsonOutline outline;
  private final Given given;
  private final @Nullable Progress progress;
  private final List<SyntaxFault> faults;
  private int looked;
  private boolean yaml;

  private Slices(LargeText text, JsonOutline outline, Given given, @Nullable Progress progress) {
    this.text = text;
    this.outline = outline;
    this.given = given;
    this.progress = progress;
    this.faults = new ArrayList<>(outline.faults());
  }

  /** The slices of a text; null when it is not one that can be read in parts. */
  static @Nullable Slices of(LargeText text, Given given, @Nullable Progress progress)
      throws IOException {
    JsonOutline outline =
        JsonOutline.of(
            text,
            Intake.longLists(),
            bytes -> tell(progress, "looking through a large file, MiB", bytes, text.size()));
    boolean large = text.size() > Loader.MAX_BYTES;
    return outline.isDivided() || (large && !outline.faults().isEmpty())
        ? new Slices(text, outline, given, progress)
        : null;
  }

  /** The documents of a text of YAML, which is in memory. */
  static Slices ofYaml(LargeText text, Given given) throws IOException {
    Slices slices = new Slices(text, JsonOutline.ofYaml(text), given, null);
    slices.yaml = true;
    return slices;
  }

  /** Whether comments can suppress findings. */
  boolean isYaml() {
    return yaml;
  }

  private static void tell(@Nullable Progress progress, String what, long done, long all) {
    if (progress != null) {
      progress.step(what, (int) (done >> 20), (int) (all >> 20));
    }
  }

  /** The file as a whole; its faults become more while its parts are read for the first time. */
  Document document() {
    return new Document(outline.start(), null, faults);
  }

  /** Where the text as a whole is at fault. */
  List<SourceLocation> faultsBetween() {
    List<SourceLocation> places = new ArrayList<>();
    for (SyntaxFault fault : outline.faults()) {
      places.add(fault.location());
    }
    return places;
  }

  /** The first thousands of characters. */
  String beginning() {
    return text.beginning();
  }

  /** Whether it is too large to have all of its contents in memory. */
  boolean isLarge() {
    return text.size() > Loader.MAX_BYTES;
  }

  /** Reads all parts, so that all faults are known. */
  void readAll() {
    Iterator<Content> each = iterator();
    while (each.hasNext()) {
      each.next();
    }
  }

  @Override
  public boolean isEmpty() {
    return !iterator().hasNext();
  }

  @Override
  public int size() {
    int size = 0;
    for (Iterator<Content> each = iterator(); each.hasNext(); each.next()) {
      size++;
    }
    return size;
  }

  @Override
  public Iterator<Content> iterator() {
    return new Each(false);
  }

  /** The contents without those of parts that know nothing about keys. */
  Iterable<Content> aboutKeys() {
    return () -> new Each(true);
  }

  /** One way through the parts. */
  private final class Each implements Iterator<Content> {
    private final boolean onlyKeys;
    private Intake.Memory memory = new Intake.Memory();
    private int document;
    private int part;
    private long done;
    private List<Content> here = List.of();
    private int next;
    private boolean ended;

    Each(boolean onlyKeys) {
      this.onlyKeys = onlyKeys;
    }

    @Override
    public boolean hasNext() {
      while (next == here.size() && !ended) {
        next = 0;
        if (part < outline.parts().size()) {
          read(outline.parts().get(part++));
        } else {
          here = end();
          ended = true;
        }
      }
      return next < here.size();
    }

    private void read(JsonPart one) {
      String list = one.list();
      if (onlyKeys && list != null && !Intake.canBeKeys(list)) {
        here = List.of();
        return;
      }
      List<Content> more = List.of();
      if (one.document() != document) {
        document = one.document();
        more = end();
        memory = new Intake.Memory();
      }
      Document read = one.read();
      Intake intake = Intake.ofPart(read, given, memory);
      here = more.isEmpty() ? intake.contents() : new ArrayList<>(more);
      if (!more.isEmpty()) {
        here.addAll(intake.contents());
      }
      if (yaml && !here.isEmpty() && read.file().text().contains(IgnoreComments.MARK)) {
        here = new ArrayList<>(here);
        here.addAll(IgnoreComments.of(read.file()));
      }
      if (part > looked && !onlyKeys) {
        looked = part;
        faults.addAll(read.faults());
        faults.addAll(intake.faults());
      }
      done += one.size();
      tell(progress, "reading a large file, MiB", done, text.size());
    }

    /** What can be told at the end of a document, if all of it was read. */
    private List<Content> end() {
      return onlyKeys ? List.of() : Intake.ofEnd(given, memory).contents();
    }

    @Override
    public Content next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return here.get(next++);
    }
  }
}
