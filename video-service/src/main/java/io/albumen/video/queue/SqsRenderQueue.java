package io.albumen.video.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.video.film.VideoId;
import io.albumen.video.storage.FilmConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

@ApplicationScoped
class SqsRenderQueue implements RenderQueue {
  private static final Logger LOG = Logger.getLogger(SqsRenderQueue.class);
  private final SqsClient sqs;
  private final String queue;
  private final ObjectMapper mapper;

  SqsRenderQueue(SqsClient sqs, FilmConfig config, ObjectMapper mapper) {
    this.sqs = sqs;
    this.queue = config.queue();
    this.mapper = mapper;
  }

  @Override
  public boolean enqueue(UserId owner, VideoId id) {
    var body = json(new RenderVideo(owner.value(), id.value()));
    try {
      var url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
      sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
      return true;
    } catch (SdkException e) {
      LOG.warnf("film not enqueued video=%s reason=%s", id, e.getMessage());
      return false;
    }
  }

  private String json(RenderVideo command) {
    try {
      return mapper.writeValueAsString(command);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a command is always JSON", e);
    }
  }
}
