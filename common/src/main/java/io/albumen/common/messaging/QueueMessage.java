package io.albumen.common.messaging;

/**
 * One delivery of a message.
 *
 * @param receiveCount how often it was delivered, this time included; approximate, as in SQS
 */
public record QueueMessage(String messageId, String body, int receiveCount) {}
