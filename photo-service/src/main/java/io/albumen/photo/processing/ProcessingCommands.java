package io.albumen.photo.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary.ProcessMedia;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Reads commands off the queue. A forged one finds nothing: owner and item must fit together. */
@ApplicationScoped
class ProcessingCommands {
  private static final Logger LOG = Logger.getLogger(ProcessingCommands.class);

  private final ProcessingService processing;
  private final VersionProcessing versions;
  private final ObjectMapper mapper;

  ProcessingCommands(
      ProcessingService processing, VersionProcessing versions, ObjectMapper mapper) {
    this.processing = processing;
    this.versions = versions;
    this.mapper = mapper;
  }

  void process(QueueMessage message) {
    read(
        message,
        (owner, id) -> {
          processing.process(owner, id);
          versions.process(owner, id);
        });
  }

  void giveUp(QueueMessage message) {
    read(
        message,
        (owner, id) -> {
          processing.giveUp(owner, id);
          versions.giveUp(owner, id);
        });
  }

  private void read(QueueMessage message, BiConsumer<UserId, MediaId> handler) {
    parse(message)
        .ifPresent(
            command ->
                handler.accept(new UserId(command.ownerId()), new MediaId(command.mediaId())));
  }

  /** What is no command never will be: it is dropped, not tried again. */
  private Optional<ProcessMedia> parse(QueueMessage message) {
    try {
      var command = mapper.readValue(message.body(), ProcessMedia.class);
      if (command != null && command.mediaId() != null && command.ownerId() != null) {
        return Optional.of(command);
      }
    } catch (JsonProcessingException e) {
      LOG.debug("not a command", e);
    }
    LOG.errorf("message dropped, not a command message=%s", message.messageId());
    return Optional.empty();
  }
}
