package io.albumen.photo.tag;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.tag.TagRepository.TagCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TagService {
  private final TagRepository tags;
  private final Database database;

  TagService(TagRepository tags, Database database) {
    this.tags = tags;
    this.database = database;
  }

  List<TagCount> findAll(UserId owner) {
    return database.inTransaction(transaction -> tags.findAll(transaction, owner));
  }
}
