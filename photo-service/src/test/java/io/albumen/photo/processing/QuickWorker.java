package io.albumen.photo.processing;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaRenewals;
import io.albumen.photo.testing.Beans;
import java.util.UUID;

/** A worker whose engine takes no time, for tests of other features. */
public final class QuickWorker {
  private final RenditionMaker maker;

  public QuickWorker() {
    this(Made::newYear);
  }

  public QuickWorker(RenditionMaker maker) {
    this.maker = maker;
  }

  public void process(UserId owner, UUID media) {
    var production = Beans.make(Production.class, maker);
    Beans.make(ProcessingService.class, production).process(owner, new MediaId(media));
  }

  public void giveUp(UserId owner, UUID media) {
    Beans.make(ProcessingService.class).giveUp(owner, new MediaId(media));
  }

  public Renewals renewals() {
    return Beans.make(Renewals.class, Beans.make(Production.class, maker));
  }

  public Renewals renewals(Database database) {
    var library = Beans.make(MediaLibrary.class, database);
    return Beans.make(
        Renewals.class,
        Beans.make(MediaRenewals.class, library, database),
        Beans.make(Production.class, library, maker));
  }
}
